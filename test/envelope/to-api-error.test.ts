import { describe, expect, it } from "vitest";
import { toApiError } from "../../src/envelope/to-api-error.ts";
import { ApiError } from "../../src/error/api-error.ts";

const withDigest = (digest: unknown) => Object.assign(new Error("hidden"), { digest });

describe("toApiError", () => {
  it("takes the digest that Next let through for the request id, as an ApiError's is", () => {
    const { digest } = new ApiError({
      code: "X",
      kind: "notFound",
      message: "",
      requestId: "req_7",
    });
    expect(toApiError(withDigest(digest))).toMatchObject({
      code: "UNEXPECTED_ERROR",
      kind: "unexpected",
      requestId: "req_7",
    });
  });

  it.each([
    "2883409102",
    "2883409102@E394",
    "NEXT_REDIRECT;replace;/login;307;",
    "",
    " ",
    42,
    null,
  ])("takes no request id from the digest %j", (digest) => {
    expect(toApiError(withDigest(digest)).requestId).toBeUndefined();
  });

  it("keeps the digest's invisible characters out of the request id", () => {
    expect(toApiError(withDigest("req\u202e_7\u0000")).requestId).toBe("req_7");
  });

  it("gives an ApiError back as it is", () => {
    const error = new ApiError({ code: "X", kind: "notFound", message: "", requestId: "req_7" });
    expect(toApiError(error)).toBe(error);
  });

  it("takes an answer of an API, which has a status too, for no route's error", () => {
    const thrown = { status: 404, statusText: "Not Found", data: {}, headers: {} };
    expect(toApiError(thrown).kind).toBe("unexpected");
  });

  it.each([
    { status: Number.NaN, statusText: "", internal: false, data: null },
    { status: 200, statusText: "", internal: false, data: { error: null } },
    { status: -1, statusText: "", internal: true, data: new Error("no route") },
  ])("calls the status of %j an invalid response", (thrown) => {
    expect(toApiError(thrown)).toMatchObject({
      code: "INVALID_RESPONSE",
      kind: "invalidResponse",
    });
  });

  it("takes an answer that plays the page's own abort for the failure that its status says", () => {
    const data = { "~recourse": "ApiError", kind: "aborted", code: "ABORT_ERROR", requestId: "r" };
    const thrown = { status: 500, statusText: "", internal: false, data };
    expect(toApiError(thrown)).toMatchObject({ kind: "serverError", status: 500 });
    const network = { ...data, kind: "network", code: "NETWORK_ERROR" };
    expect(toApiError({ ...thrown, data: network }).kind).toBe("network");
    expect(toApiError({ ...thrown, status: 200 }).kind).toBe("aborted");
  });

  it("never throws, whatever it is given", () => {
    const hostile = new Proxy(
      {},
      {
        get() {
          throw new Error("no");
        },
      },
    );
    for (const thrown of [null, undefined, 0, "", Symbol("s"), hostile])
      expect(toApiError(thrown).code).toBe("UNEXPECTED_ERROR");
  });
});
