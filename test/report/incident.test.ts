import { inspect } from "node:util";
import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { toApiError } from "../../src/envelope/to-api-error.ts";
import { ApiError, type ApiErrorFields } from "../../src/error/api-error.ts";
import { errorKinds } from "../../src/error/error-kind.ts";
import { toIncident } from "../../src/report/incident.ts";
import { secret } from "./planted-secrets.ts";

const failed = (fields: Partial<ApiErrorFields> = {}) =>
  new ApiError({
    code: "GENERIC_ERROR",
    kind: "serverError",
    message: `bad key ${secret}`,
    status: 500,
    requestId: "req_01",
    api: "billing",
    route: "POST /v1/keys/{key}",
    method: "POST",
    path: `/v1/keys/${secret}`,
    details: { given: secret },
    attempts: 3,
    retryStopped: "budget",
    ...fields,
  });

const unexpected = (cause: unknown) =>
  new ApiError({ code: "UNEXPECTED_ERROR", kind: "unexpected", message: "m" }, { cause });

describe("an incident", () => {
  it("is what a call came to, by code, kind, API and route, with its request id", () => {
    const { error, ...incident } = toIncident(failed());
    expect(incident).toEqual({
      level: "error",
      fingerprint: "GENERIC_ERROR serverError billing POST /v1/keys/{key}",
      tags: {
        code: "GENERIC_ERROR",
        kind: "serverError",
        status: "500",
        route: "POST /v1/keys/{key}",
        api: "billing",
        request_id: "req_01",
      },
      context: { attempts: 3, retryStopped: "budget" },
    });
    expect(`${error}`).toBe("GENERIC_ERROR: POST /v1/keys/{key} (500)");
  });

  it("has an error with nothing on it but its name, its message and where it was made", () => {
    const { error } = toIncident(failed());
    expect(error).not.toBeInstanceOf(ApiError);
    expect(Object.keys(error)).toEqual([]);
    expect(error.cause).toBeUndefined();
    const [head, first, ...others] = error.stack?.split("\n") ?? [];
    expect(head).toBe("GENERIC_ERROR: POST /v1/keys/{key} (500)");
    expect(first).toMatch(/^ {4}at failed .*incident\.test\.ts/);
    expect(others).not.toEqual([]);
  });

  it("says what is not known by leaving it out, and is named by its kind without a route", () => {
    const bare = new ApiError({ code: "TIMEOUT", kind: "timeout", message: "m" });
    const { error, tags, context } = toIncident(bare);
    expect(`${error}`).toBe("TIMEOUT: timeout");
    expect(tags).toEqual({ code: "TIMEOUT", kind: "timeout" });
    expect(context).toEqual({ attempts: 1 });
  });

  it("tells for what a call was held back, and what the app adds", () => {
    const heldBy = { kind: "rateLimited", status: 429, route: "GET /v1/x" } as const;
    expect(toIncident(failed({ heldBy }), { plan: "free" }).context).toEqual({
      attempts: 3,
      retryStopped: "budget",
      heldBy,
      plan: "free",
    });
  });

  it("is a warning where it may mend itself: rate limits, time-outs and the network", () => {
    const warnings = errorKinds.filter((kind) => toIncident(failed({ kind })).level === "warning");
    expect(warnings).toEqual(["rateLimited", "timeout", "network"]);
  });
});

describe("an incident of the app's own code", () => {
  it("has the name, message, stack and causes of what was thrown, to be grouped by the stack", () => {
    const cause = new TypeError("x is undefined", { cause: new RangeError("no") });
    const { error, fingerprint } = toIncident(unexpected(cause));
    expect(error).not.toBe(cause);
    expect(`${error}`).toBe("TypeError: x is undefined");
    expect(error.stack).toBe(cause.stack);
    expect(`${error.cause}`).toBe("RangeError: no");
    expect(fingerprint).toBeUndefined();
  });

  it("keeps the stack of Firefox and Safari", () => {
    const cause = new TypeError("m");
    cause.stack =
      "load@https://app.example/a.js?v=1:10:5\nasync*run@https://app.example/a.js:2:1\n";
    expect(toIncident(unexpected(cause)).error.stack).toBe(
      "TypeError: m\nload@https://app.example/a.js?v=1:10:5\nasync*run@https://app.example/a.js:2:1",
    );
  });

  it.each([
    ["a text", "out of paper", "UNEXPECTED_ERROR: out of paper"],
    ["a number", 7, "UNEXPECTED_ERROR: unexpected"],
    ["null", null, "UNEXPECTED_ERROR: unexpected"],
    [
      "an object, which may be an answer's body",
      { message: secret },
      "UNEXPECTED_ERROR: unexpected",
    ],
    ["another realm's error", runInNewContext("new TypeError('there')"), "TypeError: there"],
    ["a DOMException", new DOMException("full", "QuotaExceededError"), "QuotaExceededError: full"],
  ])("tells of %s", (_, thrown, said) => {
    const { error } = toIncident(unexpected(thrown));
    expect(`${error}`).toBe(said);
    expect(inspect(error)).not.toContain(secret);
  });

  it("is told by its code where nothing was thrown, or where the cause stayed behind", () => {
    const made = new ApiError({ code: "UNEXPECTED_ERROR", kind: "unexpected", message: secret });
    const revived = ApiError.fromJSON(JSON.parse(JSON.stringify(made)));
    for (const error of [made, revived])
      expect(`${toIncident(error).error}`).toBe("UNEXPECTED_ERROR: unexpected");
  });

  it("is of one issue by its code where its message differs each time: an outdated page", () => {
    const thrown = new TypeError("Failed to fetch dynamically imported module: https://a/x.js");
    const { fingerprint, error } = toIncident(toApiError(thrown));
    expect(fingerprint).toBe("OUTDATED_PAGE unexpected");
    expect(`${error}`).toBe(`${thrown}`);
  });
});

describe("a secret", () => {
  it.each([
    [`Failed to parse URL from /v1/x?key=${secret}`, "Failed to parse URL from /v1/x"],
    [`"https://a.example/?q=1&key=${secret}" is no URL`, '"https://a.example/" is no URL'],
    [`https://a.example/cb#access_token=${secret}&x=1.`, "https://a.example/cb"],
    [`https://me:${secret}@a.example/x failed`, "https://a.example/x failed"],
    ["Is this so? Perhaps = no", "Is this so? Perhaps = no"],
    ["me@a.example asked #4 = 5", "me@a.example asked #4 = 5"],
  ])("in the URL of a message is taken out of it: %s", (message, said) => {
    const { error } = toIncident(unexpected(new Error(message, { cause: new Error(message) })));
    expect(error.message).toBe(said);
    expect(inspect([error, error.stack], { depth: 9 })).not.toContain(secret);
    expect(`${error.cause}`).toBe(`Error: ${said}`);
  });

  it.each([
    ["in a stack that has no calls", `Error: me@a:1:2 ${secret}@a.example:1:2`],
    ["alone in it", `${secret}@a.example:1:2`],
  ])("of the server's message that is spelt like a call, %s, is left out", (_, stack) => {
    const error = failed({ message: `${secret}@a.example:1:2` });
    error.stack = stack;
    expect(toIncident(error).error.stack).toBe("GENERIC_ERROR: POST /v1/keys/{key} (500)");
  });

  it("in the message of an API's error is left out where that is a cause of a cause", () => {
    const thrown = new Error("top", { cause: new Error("middle", { cause: failed() }) });
    const { error } = toIncident(unexpected(thrown));
    expect(inspect(error, { depth: 9 })).toContain("middle");
    expect(inspect(error, { depth: 9 })).not.toContain(secret);
  });

  it("is in nothing else of it either", () => {
    expect(inspect(toIncident(failed()), { depth: 9, showHidden: true })).not.toContain(secret);
  });
});
