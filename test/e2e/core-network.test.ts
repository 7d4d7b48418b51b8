import { describe, expect } from "vitest";
import { fault } from "../server/fault.ts";
import { callCore } from "./call-core.ts";
import { test } from "./scenario-test.ts";

const getSession = {
  route: "GET /v1/sessions/{sessionId}",
  settings: { params: { sessionId: "s1" } },
} as const;

const quick = { retry: { baseDelayMs: 10 } };

describe("A call from a page to another origin", () => {
  test("gets its answer", async ({ openScenario, startApi }) => {
    const server = await startApi({ apiKey: "k1" });
    const page = await openScenario("Core", { apiUrl: server.url });

    const outcome = await callCore(page, { baseUrl: server.url, key: "k1", ...getSession });

    expect(outcome).toEqual({ value: { id: "s1", status: "OPEN" } });
  });

  test("gets null from a 204", async ({ openScenario, startApi }) => {
    const server = await startApi();
    const page = await openScenario("Core", { apiUrl: server.url });

    const outcome = await callCore(page, {
      ...getSession,
      baseUrl: server.url,
      route: "DELETE /v1/sessions/{sessionId}",
    });

    expect(outcome).toEqual({ value: null });
  });

  test.for([
    ["its Content-Length", "length"],
    ["its last chunk", "chunked"],
  ] as const)(
    "is a NETWORK_ERROR when a 200 ends before %s",
    async ([, how], { openScenario, startApi }) => {
      const server = await startApi();
      const page = await openScenario("Core", { apiUrl: server.url });
      server.script("GET /v1/sessions/s1", [fault.cutBody(how)]);

      const { error } = await callCore(page, {
        baseUrl: server.url,
        api: { retry: { ...quick.retry, maxAttempts: 2 } },
        ...getSession,
      });

      expect(error).toMatchObject({ code: "NETWORK_ERROR", kind: "network", attempts: 2 });
      expect(server.requests).toHaveLength(2);
    },
  );

  test("is a NETWORK_ERROR when the connection breaks after the head", async ({
    openScenario,
    startApi,
  }) => {
    const server = await startApi();
    const page = await openScenario("Core", { apiUrl: server.url });
    server.script("GET /v1/sessions/s1", [fault.resetAfterHead(), fault.ok({ id: "s1" })]);

    const failed = await callCore(page, {
      baseUrl: server.url,
      api: { retry: false },
      ...getSession,
    });
    const recovered = await callCore(page, { baseUrl: server.url, api: quick, ...getSession });

    expect(failed.error).toMatchObject({ code: "NETWORK_ERROR", retryStopped: "disabled" });
    expect(recovered).toEqual({ value: { id: "s1" } });
  });

  test("is a NETWORK_ERROR when nobody listens", async ({ openScenario, startApi }) => {
    const server = await startApi();
    await server.close();
    const page = await openScenario("Core", { apiUrl: server.url });

    const { error } = await callCore(page, {
      baseUrl: server.url,
      api: { retry: { ...quick.retry, maxAttempts: 3 } },
      ...getSession,
    });

    expect(error).toMatchObject({ code: "NETWORK_ERROR", kind: "network", attempts: 3 });
    expect(error).not.toHaveProperty("status");
    expect(error).not.toHaveProperty("requestId");
  });

  test("is a NETWORK_ERROR when the server allows another origin only", async ({
    openScenario,
    startApi,
  }) => {
    const server = await startApi({ allowOrigin: "https://elsewhere.example" });
    const page = await openScenario("Core", { apiUrl: server.url });

    const { error } = await callCore(page, {
      baseUrl: server.url,
      api: { retry: false },
      ...getSession,
    });

    expect(error).toMatchObject({ code: "NETWORK_ERROR" });
  });

  test("is a TIMEOUT when a body takes too long", async ({ openScenario, startApi }) => {
    const server = await startApi();
    const page = await openScenario("Core", { apiUrl: server.url });
    server.script("GET /v1/sessions/s1", [fault.slowBody(60_000, { id: "s1" })]);

    const { error } = await callCore(page, {
      baseUrl: server.url,
      api: { retry: false, timeoutMs: 200 },
      ...getSession,
    });

    expect(error).toMatchObject({ code: "TIMEOUT", kind: "timeout" });
    await expect.poll(() => server.requests[0]?.aborted).toBe(true);
  });

  test("closes the connection at the server when it is aborted", async ({
    openScenario,
    startApi,
  }) => {
    const server = await startApi();
    const page = await openScenario("Core", { apiUrl: server.url });
    server.script("GET /v1/sessions/s1", [fault.never()]);

    const call = await page.evaluateHandle((baseUrl) => {
      const { createApi, toApiError } = window.core;
      const controller = new AbortController();
      const outcome = createApi({ baseUrl })
        .request("GET /v1/sessions/{sessionId}", {
          params: { sessionId: "s1" },
          signal: controller.signal,
        })
        .catch((thrown: unknown) => toApiError(thrown).toJSON());
      return { controller, outcome };
    }, server.url);
    await expect.poll(() => server.requests).toHaveLength(1);
    expect(server.requests[0]?.aborted).toBe(false);
    await call.evaluate(({ controller }) => controller.abort());

    await expect.poll(() => server.requests[0]?.aborted).toBe(true);
    expect(await call.evaluate(({ outcome }) => outcome)).toMatchObject({
      code: "ABORT_ERROR",
      kind: "aborted",
      attempts: 1,
    });
    expect(server.requests).toHaveLength(1);
  });
});
