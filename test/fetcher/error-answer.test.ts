import { describe, expect, it } from "vitest";
import { cut, endless, envelope, failureOf, fakeFetch, json, quietApi } from "./fake-fetch.ts";

const html = "<!doctype html><title>502 Bad Gateway</title>";

describe("Retry-After", () => {
  const answered = async (status: number, options: Parameters<typeof quietApi>[1] = {}) => {
    const { fetch } = fakeFetch(envelope(status, "X", { "retry-after": "79200" }));
    return failureOf(quietApi(fetch, options).request("GET /v1/x"));
  };

  it.each([400, 401, 403, 404, 409, 410, 413, 422, 501])(
    "announces no time beside a %i, which no time changes",
    async (status) => {
      const error = await answered(status);
      expect([error.retryAfterMs, error.retryAt]).toEqual([undefined, undefined]);
      expect(error.retryStopped).toBe("notRetryable");
    },
  );

  it.each([408, 429, 500, 502, 503, 504])("announces it beside a %i", async (status) => {
    const error = await answered(status);
    expect(error.retryAfterMs).toBe(79_200_000);
    expect(error.retryAt).toBeGreaterThanOrEqual(error.at + 79_200_000 - 1_000);
    expect(error.retryStopped).toBe("retryAfterTooLong");
  });

  it("announces none beside a redirect, nor where the body of a 404 is silent", async () => {
    const headers = { "retry-after": "5" };
    const redirect = fakeFetch(new Response(null, { status: 302, headers }));
    expect(await failureOf(quietApi(redirect.fetch).request("GET /v1/x"))).toMatchObject({
      retryAfterMs: undefined,
    });
    const silent = fakeFetch(() => endless({ status: 404, headers }));
    const call = quietApi(silent.fetch).request("GET /v1/x", { timeoutMs: 20 });
    expect(await failureOf(call)).toMatchObject({ status: 404, retryAfterMs: undefined });
  });
});

describe("The time in the body of a 429", () => {
  const answered = async (status: number, body: unknown, headers: Record<string, string> = {}) => {
    const { fetch } = fakeFetch(json(body, { status, headers }));
    return failureOf(quietApi(fetch, { retry: false }).request("GET /v1/x"));
  };

  it.each<[string, unknown, number]>([
    ["beside its message", { message: "slow down", retry_after: 64.57, global: false }, 64_570],
    ["in the envelope", { error: { code: "SLOW", message: "m", retry_after: 3 } }, 3_000],
    ["of a problem", { title: "Too many", status: 429, retry_after: 0 }, 0],
  ])("is heeded %s", async (_, body, retryAfterMs) => {
    expect(await answered(429, body)).toMatchObject({ retryAfterMs });
  });

  it.each<[string, number, unknown, Record<string, string>, number | undefined]>([
    ["the header says another", 429, { retry_after: 60 }, { "retry-after": "2" }, 2_000],
    ["it is no 429", 503, { retry_after: 60 }, {}, undefined],
    ["it is negative", 429, { retry_after: -1 }, {}, undefined],
    ["it is no number", 429, { retry_after: "60" }, {}, undefined],
  ])("counts for nothing where %s", async (_, status, body, headers, retryAfterMs) => {
    expect((await answered(status, body, headers)).retryAfterMs).toBe(retryAfterMs);
  });
});

describe("an error answer", () => {
  it("becomes an error that names everything support needs", async () => {
    const { fetch } = fakeFetch(envelope(404, "SESSION_NOT_FOUND"));
    const call = quietApi(fetch).request("GET /v1/sessions/{sessionId}", {
      params: { sessionId: "s1" },
      query: { token: "secret" },
    });
    const error = await failureOf(call);
    expect(error).toMatchObject({
      code: "SESSION_NOT_FOUND",
      kind: "notFound",
      status: 404,
      message: "m",
      requestId: "req_01",
      attempts: 1,
      retryStopped: "notRetryable",
      route: "GET /v1/sessions/{sessionId}",
      method: "GET",
      path: "/v1/sessions/s1",
    });
    expect(JSON.stringify(error)).not.toContain("secret");
  });

  it.each([
    ["HTML from a proxy", () => new Response(html, { status: 502 })],
    [
      "HTML labelled JSON",
      () => new Response(html, { status: 502, headers: { "content-type": "application/json" } }),
    ],
    ["nothing", () => new Response(null, { status: 502 })],
    ["JSON that was cut off", () => new Response('{"error":{"co', { status: 502 })],
    ["a body that breaks", () => cut({ status: 502 }, '{"error":')],
    ["deep JSON", () => new Response("[".repeat(60_000), { status: 502 })],
    ["JSON null", () => json(null, { status: 502 })],
    ["an error that is a string", () => json({ error: "bad" }, { status: 502 })],
  ])("of 502 with %s is retried, and stays a 502 in the end", async (_, answer) => {
    const { fetch } = fakeFetch(answer);
    const api = quietApi(fetch, { retry: { baseDelayMs: 0 } });
    expect(await failureOf(api.request("GET /v1/x"))).toMatchObject({
      code: "UNKNOWN",
      kind: "unavailable",
      status: 502,
      attempts: 5,
      retryStopped: "attempts",
    });
    expect(fetch).toHaveBeenCalledTimes(5);
  });

  it("without a body is an error, and no success", async () => {
    const { fetch } = fakeFetch(new Response(null, { status: 500 }));
    const api = quietApi(fetch, { retry: false });
    expect(await failureOf(api.request("GET /v1/x"))).toMatchObject({ kind: "serverError" });
  });

  it("to HEAD is an error with the header's request id", async () => {
    const headers = { "x-request-id": "req_h" };
    const { fetch } = fakeFetch(new Response(null, { status: 404, headers }));
    expect(await failureOf(quietApi(fetch).request("HEAD /v1/x"))).toMatchObject({
      kind: "notFound",
      requestId: "req_h",
    });
  });
});
