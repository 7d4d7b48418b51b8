import { runInNewContext } from "node:vm";
import { CancelledError } from "@tanstack/react-query";
import { describe, expect, it } from "vitest";
import { ApiError } from "../../src/error/api-error.ts";
import { toLocalError } from "../../src/error/local-error.ts";

const no = () => {
  throw new Error("no");
};

/** A proxy of which these questions throw. */
const hostile = (target: object, ...traps: (keyof ProxyHandler<object>)[]) =>
  new Proxy(target, Object.fromEntries(traps.map((trap) => [trap, no])));

const { proxy: revoked, revoke } = Proxy.revocable({}, {});
revoke();

/** As `abortcontroller-polyfill` and `whatwg-fetch` make one where there is no DOMException. */
const polyfilled = (name: string) => Object.assign(Object.create(Error.prototype), { name });

const brand = { "~recourse": "ApiError", code: "C", kind: "network", message: "m" };

describe("toLocalError", () => {
  it("gives an ApiError back as it is", () => {
    const error = new ApiError({ code: "C", kind: "network", message: "" });
    expect(toLocalError(error)).toBe(error);
  });

  it.each([
    { what: "null", thrown: null },
    { what: "undefined", thrown: undefined },
    { what: "an empty string", thrown: "" },
    { what: "zero", thrown: 0 },
    { what: "a symbol", thrown: Symbol("s") },
    { what: "a function", thrown: () => 1 },
    { what: "an Error", thrown: new Error("e") },
    { what: "an Error that wraps an ApiError", thrown: new Error("e", { cause: toLocalError(1) }) },
    { what: "an object without a prototype", thrown: Object.create(null) },
  ])("takes $what as unexpected and keeps it as cause", ({ thrown }) => {
    const error = toLocalError(thrown);
    expect(error.code).toBe("UNEXPECTED_ERROR");
    expect(error.kind).toBe("unexpected");
    expect(error.cause).toBe(thrown);
  });

  it.each([
    [new Error("words"), "words"],
    ["words", "words"],
    [{ message: "words" }, "words"],
    [{ message: 42 }, "Something other than an API error was thrown."],
    [undefined, "Something other than an API error was thrown."],
    ["<!doctype html><title>502</title>", "Something other than an API error was thrown."],
    ["<3", "<3"],
    ["m".repeat(70_000), "m".repeat(65_536)],
  ])("takes its message from %j", (thrown, message) => {
    expect(toLocalError(thrown).message).toBe(message);
  });

  it.each<[string, object]>([
    ["whose every property throws", hostile({}, "get")],
    ["that throws at instanceof", hostile({}, "getPrototypeOf")],
    ["that is branded and throws at instanceof", hostile(brand, "getPrototypeOf")],
    ["that throws at every question", hostile(brand, "get", "getPrototypeOf", "ownKeys", "has")],
    ["that is a revoked proxy", revoked],
    ["whose cause throws", { cause: hostile(brand, "getPrototypeOf") }],
    ["whose details throw", { ...brand, details: hostile({}, "ownKeys") }],
    [
      "whose details have a throwing getter",
      { ...brand, details: Object.defineProperty({}, "a", { get: no, enumerable: true }) },
    ],
  ])("survives a value %s", (_, thrown) => {
    expect(toLocalError(thrown).code).toBe("UNEXPECTED_ERROR");
  });

  it.each([
    ["AbortError", "ABORT_ERROR", "aborted"],
    ["TimeoutError", "TIMEOUT", "timeout"],
  ])("sees in a DOMException named %s the code %s", (name, code, kind) => {
    expect(toLocalError(new DOMException("x", name))).toMatchObject({ code, kind });
  });

  it("sees an abort of another realm", () => {
    const thrown: unknown = runInNewContext("Object.assign(new Error(), { name: 'AbortError' })");
    expect(toLocalError(thrown).code).toBe("ABORT_ERROR");
  });

  it.each<[string, unknown, string]>([
    ["TanStack Query's CancelledError", new CancelledError(), "ABORT_ERROR"],
    ["an old polyfill's AbortError", polyfilled("AbortError"), "ABORT_ERROR"],
    ["a text", "CancelledError", "UNEXPECTED_ERROR"],
    ["an answer named AbortError", { name: "AbortError", status: 500 }, "UNEXPECTED_ERROR"],
    ["an answer that says CancelledError", { message: "CancelledError" }, "UNEXPECTED_ERROR"],
    [
      "a proxy named AbortError",
      hostile({ name: "AbortError" }, "getPrototypeOf"),
      "UNEXPECTED_ERROR",
    ],
  ])("sees in %s no more than there is", (_, thrown, code) => {
    expect(toLocalError(thrown).code).toBe(code);
  });

  it("rebuilds what was dehydrated to a plain object", () => {
    const plain: unknown = JSON.parse(JSON.stringify(toLocalError(new Error("e"))));
    expect(toLocalError(plain)).toBeInstanceOf(ApiError);
    expect(toLocalError(plain)).toMatchObject({ code: "UNEXPECTED_ERROR", message: "e" });
  });

  it("takes the {} that an Error becomes in JSON as unexpected", () => {
    expect(toLocalError(JSON.parse(JSON.stringify(new Error("e")))).code).toBe("UNEXPECTED_ERROR");
  });
});

describe("a part of the page that could not be imported", () => {
  it.each([
    ["Chromium", "Failed to fetch dynamically imported module: https://app.example/a.js"],
    ["Firefox", "error loading dynamically imported module: https://app.example/a.js"],
    ["Safari", "Importing a module script failed."],
    ["Vite", "Unable to preload CSS for /assets/a.css"],
  ])("is an outdated page, as %s says it", (_, message) => {
    expect(toLocalError(new TypeError(message)).code).toBe("OUTDATED_PAGE");
  });
});
