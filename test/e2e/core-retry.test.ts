import { describe, expect } from "vitest";
import { fault } from "../server/fault.ts";
import { callCore } from "./call-core.ts";
import { test } from "./scenario-test.ts";

const getSession = {
  route: "GET /v1/sessions/{sessionId}",
  settings: { params: { sessionId: "s1" } },
} as const;

const sendMessage = {
  route: "POST /v1/sessions/{sessionId}/messages",
  settings: { params: { sessionId: "s1" }, body: { text: "Hello" } },
} as const;

const quick = { retry: { baseDelayMs: 10 } };

describe("Retries over a real connection", () => {
  test("a 429 with Retry-After: 2 is not repeated before 2 s have passed", async ({
    openScenario,
    startApi,
  }) => {
    const server = await startApi({ exposeHeaders: ["Retry-After"] });
    const page = await openScenario("Core", { apiUrl: server.url });
    server.script("GET /v1/sessions/s1", [
      fault.rateLimited({ retryAfterSeconds: 2 }),
      fault.ok({ id: "s1" }),
    ]);

    const outcome = await callCore(page, { baseUrl: server.url, api: quick, ...getSession });

    expect(outcome).toEqual({ value: { id: "s1" } });
    const [first, second] = server.requests.map(({ atMs }) => atMs);
    expect(Number(second) - Number(first)).toBeGreaterThanOrEqual(2_000);
    expect(server.requests).toHaveLength(2);
  });

  test("a 503 is tried 5 times, then surfaces with the last answer's request id", async ({
    openScenario,
    startApi,
  }) => {
    const server = await startApi();
    const page = await openScenario("Core", { apiUrl: server.url });
    server.script("GET /v1/sessions/s1", [
      ...Array.from({ length: 4 }, () => fault.status(503)),
      fault.error("SESSION_CREATION_ERROR", { status: 503, requestId: "req_last" }),
    ]);

    const { error } = await callCore(page, { baseUrl: server.url, api: quick, ...getSession });

    expect(error).toMatchObject({
      code: "SESSION_CREATION_ERROR",
      kind: "unavailable",
      status: 503,
      attempts: 5,
      retryStopped: "attempts",
      requestId: "req_last",
    });
    expect(server.requests).toHaveLength(5);
  });

  test("a proxy's 502 page is retried until the API is back", async ({
    openScenario,
    startApi,
  }) => {
    const server = await startApi();
    const page = await openScenario("Core", { apiUrl: server.url });
    server.script("GET /v1/sessions/s1", [
      fault.html502(),
      fault.wrongContentType("application/json", "<html>502</html>", 502),
      fault.empty(504),
      fault.ok({ id: "s1" }),
    ]);

    const outcome = await callCore(page, { baseUrl: server.url, api: quick, ...getSession });

    expect(outcome).toEqual({ value: { id: "s1" } });
    expect(server.requests).toHaveLength(4);
  });

  test("a 404 is tried once", async ({ openScenario, startApi }) => {
    const server = await startApi();
    const page = await openScenario("Core", { apiUrl: server.url });

    const { error } = await callCore(page, {
      ...getSession,
      baseUrl: server.url,
      api: quick,
      settings: { params: { sessionId: "gone" } },
    });

    expect(error).toMatchObject({
      code: "SESSION_NOT_FOUND",
      kind: "notFound",
      status: 404,
      attempts: 1,
      retryStopped: "notRetryable",
      route: "GET /v1/sessions/{sessionId}",
    });
    expect(server.requests).toHaveLength(1);
  });

  test("a POST whose connection breaks is not repeated without a key", async ({
    openScenario,
    startApi,
  }) => {
    const server = await startApi();
    const page = await openScenario("Core", { apiUrl: server.url });
    server.script("POST /v1/sessions/s1/messages", [fault.resetBeforeHead()]);

    const { error } = await callCore(page, { baseUrl: server.url, api: quick, ...sendMessage });

    expect(error).toMatchObject({
      code: "NETWORK_ERROR",
      attempts: 1,
      retryStopped: "unsafeMethod",
    });
    expect(server.requests).toHaveLength(1);
  });

  test("a POST whose connection breaks is repeated with one and the same key", async ({
    openScenario,
    startApi,
  }) => {
    const server = await startApi();
    const page = await openScenario("Core", { apiUrl: server.url });
    server.script("POST /v1/sessions/s1/messages", [
      fault.resetBeforeHead(),
      fault.resetAfterHead(201),
      fault.ok({ id: "m1" }, 201),
    ]);

    const outcome = await callCore(page, {
      ...sendMessage,
      baseUrl: server.url,
      api: quick,
      settings: { ...sendMessage.settings, idempotencyKey: true },
    });

    expect(outcome).toEqual({ value: { id: "m1" } });
    expect(server.requests.map(({ body }) => body)).toEqual(Array(3).fill('{"text":"Hello"}'));
    const keys = new Set(server.requests.map(({ headers }) => headers["idempotency-key"]));
    expect([...keys]).toEqual([expect.stringMatching(/^[0-9a-f]{32}$/)]);
  });
});
