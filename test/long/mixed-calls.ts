import { setImmediate } from "node:timers";
import * as z from "zod/mini";
import { toApiError } from "../../src/envelope/to-api-error.ts";
import { bearer } from "../../src/fetcher/bearer.ts";
import { createApi } from "../../src/fetcher/create-api.ts";
import { apiKey, type Credentials } from "../../src/fetcher/credentials.ts";
import type { Exchange, Reply } from "../server/exchange.ts";
import { fault } from "../server/fault.ts";
import type { TestServer } from "../server/server.ts";

const Session = z.object({ id: z.string() });

/** Calls between two tokens. */
const tokenLife = 1_000;

/**
 * Calls of all fates, for ever, through one API to one server, all but the aborted ones with one signal that outlives
 * them. The fate follows from the call's number, so that every ten thousand calls are alike.
 */
export function mixedCalls(server: TestServer, signal: AbortSignal) {
  const app = { token: "t0", taken: "t0", refreshes: 0 };
  const arrivals = new Map<string, () => void>();
  const failed = new Set<string>();

  const api = createApi({
    baseUrl: server.url,
    credentials: bothOf(
      apiKey("k"),
      bearer({
        token: () => app.token,
        refresh: async () => {
          app.refreshes += 1;
          app.token = app.taken;
          return app.token;
        },
      }),
    ),
    // Waits short enough for a long run, and not all of the same length.
    retry: { baseDelayMs: 4, random: () => Math.random() * 0.05 },
    onError: () => {},
  });

  const signed =
    (reply: Reply): Reply =>
    (exchange) => {
      const { headers } = exchange.request;
      const isSigned =
        headers["x-api-key"] === "k" && headers["authorization"] === `Bearer ${app.taken}`;
      return (isSigned ? reply : fault.error("UNAUTHORIZED"))(exchange);
    };
  const ok = fault.ok({ id: "s1" });
  const okAfter = (failure: Reply) =>
    signed((exchange) => {
      const call = callOf(exchange);
      if (failed.delete(call)) return ok(exchange);
      failed.add(call);
      return failure(exchange);
    });
  const scripts: Record<string, Reply> = {
    "GET /v1/ok": signed(ok),
    "POST /v1/ok": signed(ok),
    "GET /v1/gone": signed(fault.error("SESSION_NOT_FOUND")),
    "GET /v1/odd": signed(fault.ok({ id: 1 })),
    "GET /v1/flaky": okAfter(fault.error("SESSION_CREATION_ERROR")),
    "GET /v1/out": fault.error("SESSION_CREATION_ERROR"),
    "GET /v1/silent": (exchange) => arrivals.get(callOf(exchange))?.(),
    "GET /v1/limited/0": okAfter(fault.rateLimited({ retryAfterSeconds: 0 })),
    "GET /v1/limited/1": okAfter(fault.rateLimited({ retryAfterSeconds: 1 })),
  };

  /** The server remembers every request, which is what a test wants and a measurement does not. */
  function resetServer(): void {
    server.reset();
    for (const [route, reply] of Object.entries(scripts)) server.script(route, [reply]);
  }

  function abortedInFlight(call: string): Promise<unknown> {
    const controller = new AbortController();
    arrivals.set(call, () => controller.abort());
    return api
      .request("GET /v1/silent", { query: { call }, signal: controller.signal })
      .finally(() => arrivals.delete(call));
  }

  function abortedInBackoff(): Promise<unknown> {
    const controller = new AbortController();
    // Drawn as the wait begins.
    const random = () => {
      setImmediate(() => controller.abort());
      return 0;
    };
    const retry = { baseDelayMs: 60_000, maxDelayMs: 60_000, random };
    return api.request("GET /v1/out", { retry, signal: controller.signal });
  }

  function start(index: number): Promise<unknown> {
    if (index % tokenLife === 0) app.taken = `t${index}`;
    const call = String(index);
    const options = { query: { call }, schema: Session, signal };
    switch (fateOf(index)) {
      case "ok":
        return api.request("GET /v1/ok", options);
      case "created":
        return api.request("POST /v1/ok", { ...options, body: { call }, idempotencyKey: true });
      case "gone":
        return api.request("GET /v1/gone", options);
      case "odd":
        return api.request("GET /v1/odd", options);
      case "flaky":
        return api.request("GET /v1/flaky", options);
      case "timedOut":
        return api.request("GET /v1/silent", { ...options, timeoutMs: 5, retry: false });
      case "abortedBefore":
        return api.request("GET /v1/ok", { ...options, signal: AbortSignal.abort() });
      case "abortedInFlight":
        return abortedInFlight(call);
      case "abortedInBackoff":
        return abortedInBackoff();
      case "limited":
        return api.request("GET /v1/limited/0", options);
      case "limitedLong":
        return api.request("GET /v1/limited/1", options);
    }
  }

  resetServer();
  return {
    resetServer,
    refreshes: () => app.refreshes,
    /** Runs a call to its end: its fate, and the code that it failed with or `"in"`. */
    async run(index: number): Promise<string> {
      const outcome = await start(index).then(
        () => "in",
        (thrown: unknown) => toApiError(thrown).code,
      );
      return `${fateOf(index)}: ${outcome}`;
    },
    hang: () => api.request("GET /v1/silent", { signal }),
  };
}

function fateOf(index: number) {
  if (index % 10_000 === 9_999) return "limitedLong";
  if (index % 1_000 === 999) return "limited";
  const part = index % 100;
  if (part < 60) return "ok";
  if (part < 65) return "created";
  if (part < 75) return "gone";
  if (part < 85) return "flaky";
  if (part < 89) return "odd";
  if (part < 92) return "abortedBefore";
  if (part < 95) return "abortedInFlight";
  if (part < 98) return "abortedInBackoff";
  return "timedOut";
}

function bothOf(key: Credentials, token: Credentials): Credentials {
  return {
    headers: async () => ({ ...(await key.headers()), ...(await token.headers()) }),
    renew: async (refused, pressedAtMs) => (await token.renew?.(refused, pressedAtMs)) ?? false,
    // Otherwise the two together say who is signed in, and a new token would be another person's.
    identity: () => "one person",
  };
}

function callOf({ request }: Exchange): string {
  return request.query.get("call") ?? "";
}
