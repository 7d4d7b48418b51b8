import { describe, expect, it } from "vitest";
import { fillPath, formatQuery } from "../../src/fetcher/route.ts";

describe("params", () => {
  it.each([
    ["s1", "s1"],
    [7, "7"],
    [0, "0"],
    ["a/b", "a%2Fb"],
    ["a?b#c", "a%3Fb%23c"],
    ["%2e%2e", "%252e%252e"],
    ["../x", "..%2Fx"],
    ["...", "..."],
    ["é", "%C3%A9"],
    ["\ud800", "%EF%BF%BD"],
  ])("are encoded as one segment: %j gives %j", (id, segment) => {
    expect(fillPath("/v1/{id}", { id })).toBe(`/v1/${segment}`);
  });

  it.each([
    [undefined, "undefined"],
    [null, "null"],
    ["", '""'],
    [Number.NaN, "NaN"],
    [Number.POSITIVE_INFINITY, "Infinity"],
    [true, "true"],
    [{}, "[object Object]"],
    [Object.create(null), "[object Object]"],
  ])("are refused when they are %j", (id, shown) => {
    expect(() => fillPath("/v1/{id}", { id })).toThrow(
      new TypeError(`params.id must be a non-empty string: got ${shown}`),
    );
  });

  it.each([undefined, {}, { ID: "x" }])("that are missing are named: %j", (params) => {
    expect(() => fillPath("/v1/{id}", params)).toThrow(
      "params.id must be a non-empty string: got undefined",
    );
  });

  it("are not found on a prototype", () => {
    expect(() => fillPath("/v1/{id}", Object.create({ id: "x" }))).toThrow("params.id must be");
  });

  it.each([
    ["/v1/{a}", { a: "." }, '"."'],
    ["/v1/{a}/x", { a: ".." }, '".."'],
    ["/v1/{a}{b}", { a: ".", b: "." }, '".."'],
    ["/v1/.{a}", { a: "." }, '".."'],
    ["/v1/%2e{a}", { a: "." }, '"%2e."'],
  ])("may not make a dot segment of %j with %j", (template, params, shown) => {
    expect(() => fillPath(template, params)).toThrow(
      new TypeError(`params.a must not make a dot segment: got ${shown}`),
    );
  });

  it.each(["/v1/../admin", "/./x", "/v1/%2E%2e/x"])("cannot excuse the template %j", (template) => {
    expect(() => fillPath(template, {})).toThrow("route must not make a dot segment");
  });
});

describe("a query", () => {
  it.each([
    [undefined, ""],
    [{}, ""],
    [{ a: undefined, b: null, c: [] }, ""],
    [{ a: "x y", b: 1, c: false }, "?a=x+y&b=1&c=false"],
    [{ a: [1, null, "2"] }, "?a=1&a=2"],
    [{ at: new Date(0) }, "?at=1970-01-01T00%3A00%3A00.000Z"],
    [{ a: "" }, "?a="],
    [{ "a&b": "c=d&e" }, "?a%26b=c%3Dd%26e"],
  ])("of %j is written %j", (query, expected) => {
    expect(formatQuery(query)).toBe(expected);
  });

  it.each([
    ["NaN", Number.NaN, "NaN"],
    ["infinite", Number.NEGATIVE_INFINITY, "-Infinity"],
    ["an invalid Date", new Date(Number.NaN), "[object Date]"],
  ])("value that is %s is refused", (_, page, shown) => {
    expect(() => formatQuery({ page })).toThrow(
      new TypeError(
        `query.page must be a string, a finite number, a boolean or a valid Date: got ${shown}`,
      ),
    );
  });
});
