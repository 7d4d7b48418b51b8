import {
  type Context,
  context,
  propagation,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
} from "@opentelemetry/api";
import { createReporter } from "react-recourse/reporters";

const tracer = trace.getTracer("agent-console");

/** The last 50, by trace id: it is the request id if the server answers with `traceresponse`. */
const failedAttempts = new Map<string, Context>();

/**
 * For `createApi({ baseUrl, fetch: tracedFetch(baseUrl) })`: makes a span for each attempt, and
 * sends its `traceparent`. The span has no `url.full`, since parameters and query may be secret;
 * the server's own span has the route.
 */
export function tracedFetch(baseUrl: string): typeof fetch {
  const { hostname, origin, port, protocol } = new URL(baseUrl);
  return async (input, init = {}) => {
    // A call of `api.fetch` to another origin.
    if (!String(input).startsWith(`${origin}/`)) return fetch(input, init);
    const { method = "GET" } = init;
    const span = tracer.startSpan(method, {
      kind: SpanKind.CLIENT,
      attributes: {
        "http.request.method": method,
        "server.address": hostname,
        "server.port": Number(port) || (protocol === "https:" ? 443 : 80),
      },
    });
    const attempt = trace.setSpan(context.active(), span);
    const headers = new Headers(init.headers);
    propagation.inject(attempt, headers, { set: (to, name, value) => to.set(name, value) });
    try {
      const response = await fetch(input, { ...init, headers });
      span.setAttribute("http.response.status_code", response.status);
      if (!response.ok) fail(span, attempt, String(response.status));
      return response;
    } catch (thrown) {
      fail(span, attempt, thrown instanceof Error ? thrown.name : "_OTHER");
      throw thrown;
    } finally {
      span.end();
    }
  };
}

function fail(span: Span, attempt: Context, type: string): void {
  span.setAttribute("error.type", type).setStatus({ code: SpanStatusCode.ERROR });
  failedAttempts.set(span.spanContext().traceId, attempt);
  const [oldest] = failedAttempts.keys();
  if (failedAttempts.size > 50 && oldest !== undefined) failedAttempts.delete(oldest);
}

/** For `onError`: makes a span for a failed call, as a child of its last attempt if that is known. */
export const recordFailure = createReporter(
  ({ error }, { at, attempts, code, method, requestId, route, status }) => {
    const span = tracer.startSpan(
      route ?? code,
      {
        startTime: at,
        attributes: {
          "error.type": code,
          "http.request.method": method,
          "http.request.resend_count": Math.max(0, attempts - 1),
          "http.response.status_code": status,
          "url.template": route?.split(" ")[1],
          "app.request_id": requestId,
        },
      },
      failedAttempts.get(requestId ?? "") ?? context.active(),
    );
    span.recordException(error);
    span.setStatus({ code: SpanStatusCode.ERROR });
    span.end();
  },
  { filter: ({ kind }) => kind !== "aborted" },
);
