import { delay, type HttpHandler } from "msw";
import {
  createRequestId,
  errorResponse,
  failureResponse,
  type MockCall,
  routeHandler,
} from "react-recourse/msw";
import { authenticate, requireScope } from "./auth.ts";
import type { CallLog } from "./call-log.ts";
import type { Endpoint, ServiceContext } from "./endpoint.ts";
import type { FaultQueue } from "./faults.ts";
import { Refusal } from "./refusal.ts";

export interface ServeOptions {
  context: ServiceContext;
  faults: FaultQueue;
  calls: CallLog;
  baseUrl: string;
  /** How long every answer takes. */
  latencyMs: number;
  /** How long a `slow` fault holds a call back. */
  slowMs: number;
}

/** Makes an endpoint answer: an injected fault first, then the key, the scope, and the endpoint itself. */
export function serve(endpoint: Endpoint, options: ServeOptions): HttpHandler {
  const { context, faults, calls, baseUrl, latencyMs, slowMs } = options;
  const { route } = endpoint;
  return routeHandler(
    route,
    async ({ request, params }) => {
      const at = context.settings.now();
      const path = new URL(request.url).pathname;
      const fault = faults.take(route);
      const answered = calls.arrive({ at, route, path, failure: fault?.failure });
      if (latencyMs > 0) await delay(latencyMs);
      const requestId = createRequestId(at);
      const failed =
        fault &&
        (await failureResponse(fault.failure, {
          slowMs,
          requestId,
          retryAfterSeconds: fault.retryAfterSeconds,
        }));
      const response = failed ?? (await answer(endpoint, context, { request, params }, requestId));
      answered(response);
      return response;
    },
    { baseUrl },
  );
}

async function answer(
  endpoint: Endpoint,
  context: ServiceContext,
  { request, params }: MockCall,
  requestId: string,
): Promise<Response> {
  try {
    const apiKey = authenticate(request, context.state);
    requireScope(apiKey, endpoint.scope);
    const param = (name: string) => String(params[name] ?? "");
    const query = new URL(request.url).searchParams;
    const response = await endpoint.answer({ request, param, query, apiKey });
    response.headers.set("x-request-id", requestId);
    return response;
  } catch (thrown) {
    if (thrown instanceof Refusal)
      return errorResponse(thrown.codeOrStatus, { ...thrown.options, requestId });
    // As with a real server, the caller learns no more than the code, and the log has the cause.
    console.error(thrown);
    return errorResponse("GENERIC_ERROR", { requestId });
  }
}
