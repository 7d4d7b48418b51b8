import { inspect } from "node:util";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { ErrorBody } from "../../src/envelope/error-envelope.ts";
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
