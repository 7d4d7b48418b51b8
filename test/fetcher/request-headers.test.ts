import { describe, expect, it } from "vitest";
import { setHeaders } from "../../src/fetcher/request-headers.ts";

function set(values: Record<string, string | undefined>, headers = new Headers()) {
  setHeaders(headers, values, "headers");
  return headers;
}

describe("request headers", () => {
  it("replace those of the same name, however it is written", () => {
    expect(
      set({ ACCEPT: "text/csv" }, new Headers({ accept: "application/json" })).get("accept"),
    ).toBe("text/csv");
  });

  it("leave out what is undefined", () => {
    expect(set({ "x-a": undefined }).has("x-a")).toBe(false);
  });

  it.each([
    ["", ""],
    ["Bearer abc", "Bearer abc"],
    ["key\n", "key"],
    ["\r\n\t key", "key"],
    ["a\tb", "a\tb"],
    ["caf\u00e9", "caf\u00e9"],
  ])("take %j as %j", (value, expected) => {
    expect(set({ "x-a": value }).get("x-a")).toBe(expected);
  });

  it.each([
    ["a\r\nx-evil: 1", "U+000D at index 1"],
    ["a\nb", "U+000A at index 1"],
    ["a\0b", "U+0000 at index 1"],
    ["a\u0001b", "U+0001 at index 1"],
    ["\u007f", "U+007F at index 0"],
    ["\u043a\u043b\u044e\u0447", "U+043A at index 0"],
    ["key\u200b", "U+200B at index 3"],
    ["\ufeffkey", "U+FEFF at index 0"],
    ["\u{1f511}", "U+1F511 at index 0"],
  ])("with the value %j are refused with advice, and without the value", (value, place) => {
    expect(() => set({ "x-a": value })).toThrow(
      new TypeError(
        `headers["x-a"] must hold no line break, control character or character over U+00FF: got ${place}; encodeURIComponent makes any text fit`,
      ),
    );
  });

  it.each(["", "x y", "x\n", "x:", "\u00e9"])("with the name %j are refused", (name) => {
    expect(() => set({ [name]: "v" })).toThrow(
      new TypeError(
        `headers must be named with letters, digits and dashes: got ${JSON.stringify(name)}`,
      ),
    );
  });
});
