import { afterEach, describe, expect, it, vi } from "vitest";
import { misuse, refusal, secretMisuse } from "../../src/error/misuse.ts";

describe("the error for what cannot be used", () => {
  it.each<[unknown, string]>([
    ["a b", '"a b"'],
    ["line\nbreak", '"line\\nbreak"'],
    ["x".repeat(200), `"${"x".repeat(79)}…"`],
    [undefined, "undefined"],
    [null, "null"],
    [true, "true"],
    [0, "0"],
    [Number.NaN, "NaN"],
    [7n, "7"],
    [Symbol("s"), "Symbol(s)"],
    [{ secret: 1 }, "[object Object]"],
    [["secret"], "[object Array]"],
    [() => "secret", "[object Function]"],
    [new Headers(), "[object Headers]"],
    [Proxy.revocable({}, {}).proxy, "[object Object]"],
  ])("says in one line what came: %o", (got, named) => {
    expect(misuse("x", got, () => "must be y")).toEqual(new TypeError(`x must be y: got ${named}`));
  });

  it("says how to mend it, where that is given", () => {
    const { message } = misuse("x", 1, () => ["must be y", "pass y"]);
    expect(message).toBe("x must be y: got 1; pass y");
  });

  it.each<[unknown, string]>([
    ["s3cret", "a string"],
    [42, "42"],
    [undefined, "undefined"],
  ])("does not show a string that may be a secret: %o", (got, named) => {
    expect(secretMisuse("x", got, () => "must be y").message).toBe(`x must be y: got ${named}`);
  });
});

it("takes words for what came, and what it was the fault of", () => {
  const cause = new Error("deep");
  const error = refusal("x", () => ["must be y", "two of them", "pass y"], { cause });
  expect(error).toEqual(new TypeError("x must be y: got two of them; pass y"));
  expect(error.cause).toBe(cause);
});

describe("in production, where bundlers leave the words out", () => {
  const say = () => process.env.NODE_ENV !== "production" && "must be y";
  afterEach(() => {
    vi.unstubAllEnvs();
    vi.unstubAllGlobals();
  });

  it.each([
    ["s3cret", "string"],
    [undefined, "undefined"],
    [null, "null"],
  ])("says what cannot be used, and of what came its type: %o", (got, type) => {
    vi.stubEnv("NODE_ENV", "production");
    for (const error of [misuse("x", got, say), secretMisuse("x", got, say)])
      expect(error).toEqual(new TypeError(`x cannot be used: got ${type}`));
  });

  it("says nothing of what would have to be put into words", () => {
    vi.stubEnv("NODE_ENV", "production");
    const error = refusal("x", () => process.env.NODE_ENV !== "production" && ["must be y", "z"]);
    expect(error).toEqual(new TypeError("x cannot be used"));
  });

  it("says the same on a page without a bundler, which has no process", () => {
    vi.stubGlobal("process", undefined);
    expect(misuse("x", "", say)).toEqual(new TypeError("x cannot be used: got string"));
  });
});
