import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { parseJsonObject } from "../../src/envelope/json-object.ts";

describe("A JSON object", () => {
  it.each<[string, unknown, Record<string, unknown>]>([
    [
      "as JSON gives it",
      JSON.parse('{"a":1,"constructor":{"b":2}}'),
      { a: 1, constructor: { b: 2 } },
    ],
    ["without a prototype", Object.assign(Object.create(null), { a: 1 }), { a: 1 }],
    ["of another realm", runInNewContext("({ a: 1 })"), { a: 1 }],
  ])("%s is read", (_, value, entries) => {
    expect(parseJsonObject(value)).toEqual(entries);
  });

  it("that names its prototype gets none by that", () => {
    const read = parseJsonObject(JSON.parse('{"__proto__":{"code":"X"},"a":1}'));
    expect(read).toEqual({ a: 1 });
    expect(read && Reflect.get(read, "code")).toBeUndefined();
  });

  it.each([null, undefined, 0, "{}", [], [{}], () => {}, new Map(), new Date(0), new Error("e")])(
    "is none of %o",
    (value) => {
      expect(parseJsonObject(value)).toBeUndefined();
    },
  );
});
