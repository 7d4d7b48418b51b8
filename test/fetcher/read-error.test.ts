import { inspect } from "node:util";
import { afterEach, describe, expect, it, vi } from "vitest";
import { type ErrorBody, parseErrorBody } from "../../src/envelope/error-envelope.ts";
import type { ReadError } from "../../src/envelope/error-from-response.ts";
import { failureOf, fakeFetch, json, quietApi } from "./fake-fetch.ts";

afterEach(() => {
  vi.unstubAllEnvs();
});

const unwell = json({ ok: false, why: "full" }, { headers: { "x-request-id": "req_h" } });

const telling = (told: ErrorBody | undefined, answer = unwell) => {
  const { fetch } = fakeFetch(answer);
  const readError = vi.fn(() => told);
  return { api: quietApi(fetch, { readError, retry: { baseDelayMs: 0 } }), fetch, readError };
};

describe("a readError that sees a success", () => {
  it("makes an error of it, with the answer's status and request id", async () => {
    const { api, readError } = telling({ code: "FULL", message: "No room.", details: { room: 7 } });
    expect(await failureOf(api.request("GET /v1/x"))).toMatchObject({
      code: "FULL",
      kind: "clientError",
      status: 200,
      message: "No room.",
      requestId: "req_h",
      details: { room: 7 },
      retryStopped: "notRetryable",
    });
    expect(readError).toHaveBeenCalledWith({
      status: 200,
      headers: expect.any(Headers),
      body: { ok: false, why: "full" },
      text: '{"ok":false,"why":"full"}',
    });
  });

  it("gives the value where it tells of none, also when it throws", async () => {
    expect(await telling(undefined).api.request("GET /v1/x")).toEqual({ ok: false, why: "full" });
    const { fetch } = fakeFetch(json("fine"));
    vi.spyOn(console, "warn").mockImplementation(() => {});
    const readError = () => {
      throw new Error("a mistake in the app");
    };
    expect(await quietApi(fetch, { readError }).request("GET /v1/x")).toBe("fine");
  });

  it("sees plain text as well, which has no body", async () => {
    const { fetch } = fakeFetch(new Response("ERROR full"));
    const readError: ReadError = ({ body, text }) =>
      body === undefined && text.startsWith("ERROR ") ? { code: text.slice(6) } : undefined;
    expect((await failureOf(quietApi(fetch, { readError }).request("GET /v1/x"))).code).toBe(
      "full",
    );
  });

  it.each([
    ["rateLimited", 5],
    ["unavailable", 5],
    ["serverError", 5],
    ["timeout", 5],
    ["unauthorized", 1],
    ["conflict", 1],
    ["invalidResponse", 1],
  ] as const)("is retried by the kind that it gives: %s, %i attempts", async (kind, attempts) => {
    const { api, fetch } = telling({ kind });
    expect(await failureOf(api.request("POST /v1/x"))).toMatchObject({ kind, attempts });
    expect(fetch).toHaveBeenCalledTimes(attempts);
  });
});

describe("a readError that tells a time", () => {
  const throttled = { code: "THROTTLED", kind: "rateLimited", retryAfterMs: 90_000 } as const;

  it("is heeded with a success: too long a time is named and not waited for", async () => {
    const { api, fetch } = telling(throttled);
    const error = await failureOf(api.request("GET /v1/x"));
    expect(error).toMatchObject({ retryAfterMs: 90_000, retryStopped: "retryAfterTooLong" });
    expect(error.retryAt).toBeGreaterThan(error.at + 80_000);
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  it("is waited for", async () => {
    vi.useFakeTimers();
    const { fetch } = fakeFetch(unwell, json({ ok: true }));
    const readError: ReadError = ({ text }) =>
      text.includes("full") ? { ...throttled, retryAfterMs: 30_000 } : undefined;
    const result = quietApi(fetch, { readError }).request("GET /v1/x");
    await vi.advanceTimersByTimeAsync(29_999);
    expect(fetch).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(await result).toEqual({ ok: true });
  });

  it("counts for more than the header", async () => {
    const answer = json({}, { status: 429, headers: { "retry-after": "120" } });
    const { api } = telling(throttled, answer);
    expect((await failureOf(api.request("GET /v1/x"))).retryAfterMs).toBe(90_000);
    const header = telling({ code: "THROTTLED" }, answer);
    expect((await failureOf(header.api.request("GET /v1/x"))).retryAfterMs).toBe(120_000);
  });

  it("need not where the header of a success does", async () => {
    const answer = json({}, { headers: { "retry-after": "90" } });
    const { api, fetch } = telling({ code: "THROTTLED", kind: "rateLimited" }, answer);
    const error = await failureOf(api.request("GET /v1/x"));
    expect(error).toMatchObject({ retryAfterMs: 90_000, retryStopped: "retryAfterTooLong" });
    expect(fetch).toHaveBeenCalledTimes(1);
    const conflict = telling({ code: "TAKEN", kind: "conflict" }, answer);
    const { retryAfterMs } = await failureOf(conflict.api.request("GET /v1/x"));
    expect(retryAfterMs).toBeUndefined();
  });

  it.each([
    ["a 404", 404, "rateLimited"],
    ["a conflict in a success", 200, "conflict"],
  ] as const)("is not heeded beside %s, which no time changes", async (_, status, kind) => {
    const { api } = telling({ ...throttled, kind }, json({}, { status }));
    expect(await failureOf(api.request("GET /v1/x"))).toMatchObject({
      code: "THROTTLED",
      retryAfterMs: undefined,
      retryAt: undefined,
      retryStopped: "notRetryable",
    });
  });

  it.each([[-1], [Number.NaN], [Number.POSITIVE_INFINITY], [1e300], ["5"], [null]])(
    "is not heeded where it is %j",
    async (retryAfterMs) => {
      const told = JSON.parse("{}");
      Object.assign(told, { code: "X", retryAfterMs });
      const { api } = telling(told, json({}, { status: 404 }));
      expect(parseErrorBody(told)?.retryAfterMs).toBeUndefined();
      expect((await failureOf(api.request("GET /v1/x"))).code).toBe("X");
    },
  );

  it("may name no time at all", () => {
    expect(parseErrorBody({ retryAfterMs: 0 })?.retryAfterMs).toBe(0);
  });
});

describe("a readError that throws", () => {
  const hostileBody = Object.defineProperty({}, "code", {
    get() {
      throw new Error("a slip");
    },
    enumerable: true,
  });
  const slips: [string, () => ErrorBody][] = [
    [
      "itself",
      () => {
        throw new Error("a slip");
      },
    ],
    ["when what it gave is read", () => hostileBody],
  ];

  const warned = () => vi.spyOn(console, "warn").mockImplementation(() => {});

  it.each(slips)(
    "%s leaves the answer to the envelope, with one warning an API",
    async (how, readError) => {
      const warn = warned();
      const names = [`one that throws ${how}`, `another that throws ${how}`];
      const { fetch } = fakeFetch(json({ error: { code: "GONE", message: "m" } }, { status: 404 }));
      for (const name of names) {
        const api = quietApi(fetch, { readError, name });
        for (const route of ["GET /v1/x", "GET /v1/y"] as const)
          expect(await failureOf(api.request(route))).toMatchObject({ code: "GONE", message: "m" });
      }
      expect(warn.mock.calls).toEqual(
        names.map((name) => [
          `[react-recourse] readError of "${name}" threw at a 404, which is read without it:`,
          expect.objectContaining({ message: "a slip" }),
        ]),
      );
    },
  );

  it.each(slips)("%s does not warn in production", async (_, readError) => {
    vi.stubEnv("NODE_ENV", "production");
    const warn = warned();
    expect(await quietApi(fakeFetch(json("fine")).fetch, { readError }).request("GET /v1/x")).toBe(
      "fine",
    );
    expect(warn).not.toHaveBeenCalled();
  });

  it("shows no more of what it threw than its words", async () => {
    const warn = warned();
    const readError = () => {
      throw Object.assign(new Error("no"), { config: "hush_8c1f" });
    };
    const { fetch } = fakeFetch(json("fine"));
    await quietApi(fetch, { readError, name: "with a secret" }).request("GET /v1/x");
    expect(warn).toHaveBeenCalledTimes(1);
    expect(inspect(warn.mock.calls)).not.toContain("hush_8c1f");
  });
});

describe("a readError that sees an error", () => {
  it("may name the kind; whether to retry is the status's to say", async () => {
    const answer = json({}, { status: 400 });
    const { api } = telling({ code: "MISSING", kind: "notFound" }, answer);
    expect(await failureOf(api.request("GET /v1/x"))).toMatchObject({
      code: "MISSING",
      kind: "notFound",
      status: 400,
      attempts: 1,
    });
  });
});
