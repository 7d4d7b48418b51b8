import { describe, expect, it } from "vitest";
import { misuse } from "../../src/error/misuse.ts";

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
    expect(misuse("x must be y", got)).toEqual(new TypeError(`x must be y: got ${named}`));
  });

  it("says how to mend it, where that is given", () => {
    expect(misuse("x must be y", 1, { mend: "pass y" }).message).toBe("x must be y: got 1; pass y");
  });

  it.each<[unknown, string]>([
    ["s3cret", "a string"],
    [42, "42"],
    [undefined, "undefined"],
  ])("does not show a string that may be a secret: %o", (got, named) => {
    expect(misuse("x must be y", got, { isSecret: true }).message).toBe(
      `x must be y: got ${named}`,
    );
  });
});
