import { inspect } from "node:util";
import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { ApiError } from "../../src/error/api-error.ts";
import { toBareCause } from "../../src/error/bare-cause.ts";

const secret = "hush_8c1f";
const no = () => {
  throw new Error("no");
};

/** As axios makes one. */
const axiosError = () =>
  Object.assign(new Error("Request failed with status code 500"), {
    name: "AxiosError",
    code: "ERR_BAD_RESPONSE",
    config: { headers: { authorization: `Bearer ${secret}` }, data: `refresh_token=${secret}` },
    request: { path: `/token?refresh_token=${secret}` },
    response: { status: 500, data: secret },
  });

describe("what a log holds of what was thrown", () => {
  it("is an error's name, message and stack, and nothing that a library hung on it", () => {
    const thrown = axiosError();
    const bare = toBareCause(thrown);
    expect(bare).toBeInstanceOf(Error);
    expect(bare).toMatchObject({
      name: "AxiosError",
      message: "Request failed with status code 500",
      stack: thrown.stack,
    });
    expect(inspect(bare, { depth: 9 })).not.toContain(secret);
    expect(Object.keys(Object(bare))).toEqual([]);
  });

  it.each([
    ["V8", "    at f (http://a.example/App.tsx?t=17:10:5)"],
    ["Firefox and Safari", "f@http://a.example/App.tsx?t=17:10:5"],
  ])("says in a stack of %s where it was thrown", (_, frame) => {
    const url = `https://a.example/?key=${secret}`;
    const stack = `Error: no ${url}\n${frame}\n${frame}\nCaused by: ${url}`;
    expect(toBareCause(Object.assign(new Error("no"), { stack }))).toMatchObject({
      stack: `Error: no https://a.example/\n${frame}\n${frame}\nCaused by: https://a.example/`,
    });
  });

  it("is the same of its causes, five of them at most", () => {
    const cycle: Error = new Error("at last");
    cycle.cause = new Error("refresh failed", { cause: axiosError() });
    const text = inspect(toBareCause(cycle), { depth: 9 });
    expect(text).toContain("refresh failed");
    expect(text).toContain("Request failed with status code 500");
    expect(text).not.toContain(secret);
    cycle.cause = cycle;
    expect(inspect(toBareCause(cycle), { depth: 9 }).match(/Error: at last/g)).toHaveLength(5);
  });

  it.each<[string, unknown, unknown]>([
    ["a text", "out of \u001b[31mcoffee", "out of [31mcoffee"],
    ["undefined", undefined, undefined],
    ["a number", 42, 42],
    ["a plain object", { token: secret }, "[object Object]"],
    ["one with words", { message: "no", config: secret }, "no"],
    ["a Response", new Response(secret), "[object Response]"],
    ["a function", () => secret, "[object Function]"],
    [
      "a proxy that throws at every question",
      new Proxy({}, { get: no, getPrototypeOf: no }),
      "[object Proxy]",
    ],
    [
      "the record that an ApiError carries for its clones",
      new ApiError({ code: "X", kind: "conflict", message: "m", path: `/${secret}` }).cause,
      "m",
    ],
  ])("of %s is no more than its words", (_, thrown, expected) => {
    expect(toBareCause(thrown)).toBe(expected);
  });

  it.each<[string, unknown, string]>([
    ["of another realm", runInNewContext("new RangeError('far')"), "RangeError: far"],
    [
      "of the DOM",
      new DOMException("The operation is insecure.", "SecurityError"),
      "SecurityError: The operation is insecure.",
    ],
    ["without a stack", Object.assign(new Error("bare"), { stack: 1 }), "Error: bare"],
    ["with a hostile name", Object.defineProperty(new Error("e"), "name", { get: no }), "Error: e"],
    ["that would forge a line", new Error("a\u001b[2Kb"), "Error: a[2Kb"],
  ])("of an error %s is readable", (_, thrown, words) => {
    const bare = toBareCause(thrown);
    expect(String(bare)).toBe(words);
    expect(inspect(bare)).not.toContain("\u001b");
  });
});
