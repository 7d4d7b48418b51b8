import { describe, expect } from "vitest";
import { fault } from "../server/fault.ts";
import { callCore } from "./call-core.ts";
import { test } from "./scenario-test.ts";

const getSession = {
  route: "GET /v1/sessions/{sessionId}",
  settings: { params: { sessionId: "s1" } },
  api: { retry: false },
} as const;

describe("What a page is told across origins", () => {
  test("the request id comes from the body, exposed headers or not", async ({
    openScenario,
    startApi,
  }) => {
    const server = await startApi();
    const page = await openScenario("Core", { apiUrl: server.url });
    server.script("GET /v1/sessions/s1", [
      fault.error("SESSION_EXPIRED", { status: 404, requestId: "req_body" }),
    ]);

    const { error } = await callCore(page, { baseUrl: server.url, ...getSession });

    expect(error).toMatchObject({ code: "SESSION_EXPIRED", requestId: "req_body" });
  });

  test("the request id comes from the headers where the server exposes them", async ({
    openScenario,
    startApi,
  }) => {
    const server = await startApi({ exposeHeaders: ["X-Request-Id"] });
    const page = await openScenario("Core", { apiUrl: server.url });
    server.script("GET /v1/sessions/s1", [fault.html502()]);

    const { error } = await callCore(page, { baseUrl: server.url, ...getSession });

    expect(error).toMatchObject({ status: 502, requestId: expect.stringMatching(/^req_\w{32}$/) });
  });

  test("there is no request id, and none is made up, where the server hides its headers", async ({
    openScenario,
    startApi,
  }) => {
    const server = await startApi();
    const page = await openScenario("Core", { apiUrl: server.url });
    server.script("GET /v1/sessions/s1", [fault.html502()]);

    const { error } = await callCore(page, { baseUrl: server.url, ...getSession });

    expect(error).toMatchObject({ code: "UNKNOWN", kind: "unavailable", status: 502 });
    expect(error).not.toHaveProperty("requestId");
  });

  test("Retry-After is known only where the server exposes it", async ({
    openScenario,
    startApi,
  }) => {
    const open = await startApi({ exposeHeaders: ["Retry-After"] });
    const closed = await startApi();
    const page = await openScenario("Core", { apiUrl: open.url });
    for (const server of [open, closed])
      server.script("GET /v1/sessions/s1", [fault.rateLimited({ retryAfterSeconds: 7 })]);

    const told = await callCore(page, { baseUrl: open.url, ...getSession });
    const untold = await callCore(page, { baseUrl: closed.url, ...getSession });

    expect(told.error).toMatchObject({ kind: "rateLimited", retryAfterMs: 7_000 });
    expect(untold.error).toMatchObject({ kind: "rateLimited" });
    expect(untold.error).not.toHaveProperty("retryAfterMs");
  });
});

describe("What never crosses to a second origin", () => {
  test.for([
    ["x-api-key", { key: "secret" }],
    ["authorization", { token: "secret" }],
  ] as const)(
    "a redirect is an INVALID_RESPONSE and takes no %s along",
    async ([header, secret], { openScenario, startApi }) => {
      const second = await startApi();
      const server = await startApi();
      const page = await openScenario("Core", { apiUrl: server.url });
      server.script("GET /v1/sessions/s1", [fault.redirectTo(`${second.url}/v1/sessions/s1`)]);

      const { error } = await callCore(page, {
        ...getSession,
        ...secret,
        baseUrl: server.url,
        api: {},
      });

      expect(error).toMatchObject({
        code: "INVALID_RESPONSE",
        kind: "invalidResponse",
        attempts: 1,
        retryStopped: "notRetryable",
      });
      expect(server.requests.map(({ headers }) => headers[header])).toEqual([
        expect.stringContaining("secret"),
      ]);
      expect([...second.requests, ...second.preflights]).toEqual([]);
    },
  );

  test("a route or parameter that looks like another host stays with the API", async ({
    openScenario,
    startApi,
  }) => {
    const second = await startApi();
    const server = await startApi();
    const page = await openScenario("Core", { apiUrl: server.url });
    const host = `127.0.0.1:${second.port}`;

    await callCore(page, {
      baseUrl: server.url,
      key: "secret",
      api: { retry: false },
      route: `GET //${host}/v1/sessions`,
    });
    await callCore(page, {
      ...getSession,
      baseUrl: server.url,
      key: "secret",
      settings: { params: { sessionId: `//${host}/@${host}` } },
    });

    expect(server.requests.map(({ path }) => path)).toEqual([
      `//${host}/v1/sessions`,
      `/v1/sessions/${encodeURIComponent(`//${host}/@${host}`)}`,
    ]);
    expect([...second.requests, ...second.preflights]).toEqual([]);
  });
});
