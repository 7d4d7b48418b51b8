import { HttpResponse } from "msw";
import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { toApiError } from "../../src/envelope/to-api-error.ts";
import { documentedCodes } from "../../src/error/error-code.ts";
import { createApi } from "../../src/fetcher/create-api.ts";
import {
  documentedAnswers,
  errorResponse,
  failing,
  failureResponse,
  isFailure,
  routeHandler,
} from "../../src/msw.ts";

const route = "GET /v1/sessions/{sessionId}";
const seen: unknown[] = [];
const server = setupServer(
  routeHandler(route, ({ params }) => {
    seen.push(params["sessionId"]);
    return HttpResponse.json({ id: params["sessionId"] });
  }),
  routeHandler("GET /v1/sessions", () => HttpResponse.json([])),
  routeHandler("POST /v1/sessions", () => HttpResponse.json({ id: "ses_2" }, { status: 201 })),
);

const api = createApi({ baseUrl: "https://api.example.test", retry: false, onError: () => {} });
const load = (sessionId = "ses_1") => api.request(route, { params: { sessionId } });
const failure = (promise: Promise<unknown>) =>
  promise.then(() => expect.unreachable("the call succeeded"), toApiError);

beforeAll(() => server.listen({ onUnhandledRequest: "error" }));
afterEach(() => {
  vi.useRealTimers();
  server.resetHandlers();
  seen.length = 0;
});
afterAll(() => server.close());

describe("failing", () => {
  it.each(documentedCodes)("makes a call end with %s", async (code) => {
    server.use(failing(route, code));
    const { status, message } = documentedAnswers[code];
    expect(await failure(load())).toMatchObject({ code, status, message, route });
  });

  it("fails as often as it is told, then lets the working handler answer", async () => {
    server.use(failing(route, "SESSION_EXPIRED", { times: 2 }));
    expect((await failure(load())).code).toBe("SESSION_EXPIRED");
    expect((await failure(load())).code).toBe("SESSION_EXPIRED");
    expect(await load()).toEqual({ id: "ses_1" });
  });

  it("goes on failing when no number is given", async () => {
    server.use(failing(route, 503));
    const calls = Array.from({ length: 10 }, () => failure(load()));
    expect((await Promise.all(calls)).map((error) => error.status)).toEqual(Array(10).fill(503));
    expect(seen).toEqual([]);
  });

  it("gives each failure a request id of its own", async () => {
    server.use(failing(route, "GENERIC_ERROR"));
    const [first, second] = [await failure(load()), await failure(load())];
    expect(first.requestId).toMatch(/^req_/);
    expect(second.requestId).not.toBe(first.requestId);
  });

  it("leaves other routes and methods alone", async () => {
    server.use(failing("POST /v1/sessions", 500), failing(route, 500));
    expect(await api.request("GET /v1/sessions")).toEqual([]);
  });

  it("fails only the API that it is told", async () => {
    server.use(failing(route, 500, { baseUrl: "https://other.example.test/" }));
    expect(await load()).toEqual({ id: "ses_1" });
    server.use(failing(route, 500, { baseUrl: "https://api.example.test/" }));
    expect((await failure(load())).status).toBe(500);
  });

  it("passes on the words, the id, the wait and the details", async () => {
    server.use(
      failing(route, 429, {
        message: "Five messages in ten seconds is all.",
        requestId: "req_7",
        retryAfterSeconds: 3,
        details: { limit: 5 },
      }),
    );
    expect(await failure(load())).toMatchObject({
      code: "RATE_LIMITED",
      message: "Five messages in ten seconds is all.",
      requestId: "req_7",
      retryAfterMs: 3_000,
      details: { limit: 5 },
    });
  });

  it("lets a retrying call succeed once it has run out", async () => {
    server.use(failing(route, 503, { times: 2 }));
    const retry = { baseDelayMs: 0 };
    expect(await api.request(route, { params: { sessionId: "ses_1" }, retry })).toEqual({
      id: "ses_1",
    });
    expect(seen).toEqual(["ses_1"]);
  });

  it.each([
    ["network", { code: "NETWORK_ERROR", kind: "network" }],
    ["cutBody", { code: "NETWORK_ERROR", kind: "network" }],
    ["cutJson", { code: "INVALID_RESPONSE", kind: "invalidResponse", status: 200 }],
    ["html502", { code: "UNKNOWN", kind: "unavailable", status: 502 }],
  ] as const)("knows the failure %s", async (name, expected) => {
    server.use(failing(route, name));
    expect(await failure(load())).toMatchObject(expected);
  });

  it("holds a slow call back for its time, then lets it through", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    server.use(failing(route, "slow", { slowMs: 8_000 }));
    const settled = vi.fn();
    const call = load();
    call.then(settled, settled);
    // Two timers: the call's own deadline and the wait.
    await vi.waitFor(() => expect(vi.getTimerCount()).toBe(2), { interval: 0 });
    await vi.advanceTimersByTimeAsync(7_999);
    expect(seen).toEqual([]);
    expect(settled).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(await call).toEqual({ id: "ses_1" });
  });

  it("never answers: the caller's own deadline ends the call", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    server.use(failing(route, "noAnswer"));
    const settled = vi.fn();
    const call = failure(api.request(route, { params: { sessionId: "ses_1" }, timeoutMs: 30_000 }));
    call.then(settled);
    await vi.advanceTimersByTimeAsync(29_999);
    expect(settled).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect((await call).code).toBe("TIMEOUT");
  });

  it.each(["get /v1/sessions", "GET v1/sessions", "GET /v1/sessions?x=1", "LINK /v1/sessions", ""])(
    "refuses the route %j",
    (misspelt) => {
      // @ts-expect-error the type refuses it as well
      expect(() => failing(misspelt, 500)).toThrow(
        `route must look like "GET /v1/sessions/{sessionId}": got ${JSON.stringify(misspelt)}`,
      );
    },
  );

  it.each(["SESSION_EXPIRD", "constructor", 200, 600])("refuses the failure %j", (unknown) => {
    expect(isFailure(unknown)).toBe(false);
    // @ts-expect-error a string must be a documented code or a known failure
    expect(() => failing(route, unknown)).toThrow("failing needs a documented code");
  });
});

describe("handlers of one's own", () => {
  it("are told the route's parameters, decoded", async () => {
    expect(await load("order 7/8")).toEqual({ id: "order 7/8" });
  });

  it("answer with a documented error where they like", async () => {
    server.use(
      routeHandler(route, ({ params }) =>
        params["sessionId"] === "gone" ? errorResponse("SESSION_NOT_FOUND") : undefined,
      ),
    );
    expect((await failure(load("gone"))).code).toBe("SESSION_NOT_FOUND");
    expect(await load()).toEqual({ id: "ses_1" });
  });

  it("take any failure as an answer", async () => {
    server.use(routeHandler(route, () => failureResponse("html502")));
    expect((await failure(load())).status).toBe(502);
  });
});
