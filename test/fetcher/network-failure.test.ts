import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { ApiError } from "../../src/error/api-error.ts";
import { failureOf, quietApi } from "./fake-fetch.ts";

const foreign = (code: string): unknown => runInNewContext(code);
const hostile = new Proxy(
  {},
  {
    get: () => {
      throw new Error("no");
    },
  },
);
const branded = new Proxy(
  { "~recourse": "ApiError" },
  {
    getPrototypeOf: () => {
      throw new Error("no");
    },
  },
);
const { proxy: revoked, revoke } = Proxy.revocable({}, {});
revoke();

const failing = (thrown: unknown) =>
  failureOf(quietApi(() => Promise.reject(thrown), { retry: false }).request("GET /v1/x"));

describe("a fetch that rejects", () => {
  it.each<[string, unknown]>([
    ["a TypeError", new TypeError("Failed to fetch")],
    ["a TypeError of another realm", foreign("new TypeError('Failed to fetch')")],
    ["a DOMException", new DOMException("lost", "NetworkError")],
    ["an abort that is not the caller's", new DOMException("x", "AbortError")],
    ["node-fetch's abort", Object.assign(new Error("x"), { name: "AbortError" })],
    ["a socket error of Node", Object.assign(new Error("x"), { code: "ECONNRESET" })],
    [
      "a stream error of Node",
      Object.assign(new Error("x"), { code: "ERR_STREAM_PREMATURE_CLOSE" }),
    ],
    ["an error of undici", Object.assign(new Error("x"), { code: "UND_ERR_SOCKET" })],
  ])("with %s is a network failure with that cause", async (_, thrown) => {
    const error = await failing(thrown);
    expect(error).toMatchObject({ code: "NETWORK_ERROR", kind: "network", route: "GET /v1/x" });
    expect(error.cause).toBe(thrown);
  });

  it.each<[string, unknown]>([
    ["another error", new RangeError("bug")],
    ["null", null],
    ["a string", "no"],
    ["a value whose properties throw", hostile],
    ["a branded value that throws at instanceof", branded],
    ["a revoked proxy", revoked],
  ])("with %s is unexpected, and not retried", async (_, thrown) => {
    const error = await failing(thrown);
    expect(error).toMatchObject({ code: "UNEXPECTED_ERROR", retryStopped: "notRetryable" });
    expect(error.cause === thrown).toBe(true);
  });

  it("with an error of the kit's own gives a new one, for the next call may throw the same", async () => {
    const thrown = Object.freeze(
      new ApiError({ code: "BLOCKED", kind: "forbidden", message: "", status: 403 }),
    );
    const error = await failing(thrown);
    expect(error).not.toBe(thrown);
    expect(error).toMatchObject({ code: "BLOCKED", status: 403, route: "GET /v1/x" });
  });

  it("before it returns a promise is a failure all the same", async () => {
    const api = quietApi(
      () => {
        throw new TypeError("Failed to fetch");
      },
      { retry: false },
    );
    expect((await failureOf(api.request("GET /v1/x"))).code).toBe("NETWORK_ERROR");
  });
});

describe("a fetch of another realm", () => {
  it("may break its body with an error of that realm", async () => {
    const reason = foreign("new TypeError('terminated')");
    const body = new ReadableStream({ start: (controller) => controller.error(reason) });
    const api = quietApi(async () => new Response(body), { retry: false });
    expect((await failureOf(api.request("GET /v1/x"))).code).toBe("NETWORK_ERROR");
  });
});
