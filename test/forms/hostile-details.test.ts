/** Details that mean harm, or that no server would send: reading them ends, soon, and never throws. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toApiError } from "../../src/envelope/to-api-error.ts";
import { ApiError } from "../../src/error/api-error.ts";
import { fieldErrors } from "../../src/forms/field-errors.ts";
import { toFormErrors } from "../../src/forms/form-errors.ts";

/** Its details are set past the constructor, which leaves out most of what is hostile. */
const invalid = (details: Record<string, unknown>) =>
  Object.defineProperty(
    new ApiError({ code: "UNKNOWN", kind: "unprocessable", status: 422, message: "m" }),
    "details",
    { value: details },
  );

const throwing = (): never => {
  throw new Error("no");
};

/** An object of which every question throws. */
const hostile = new Proxy(
  {},
  { get: throwing, has: throwing, ownKeys: throwing, getPrototypeOf: throwing },
);

function revoked(): object {
  const { proxy, revoke } = Proxy.revocable([], {});
  revoke();
  return proxy;
}

function nested(levels: number, wrap: (inner: unknown) => unknown): unknown {
  let value: unknown = "no";
  for (let level = 0; level < levels; level += 1) value = wrap(value);
  return value;
}

/** A record of 100 fields, each of which is the record again. */
function circular(): object {
  const record: Record<string, unknown> = {};
  for (let index = 0; index < 100; index += 1) record[`f${index}`] = record;
  return record;
}

function circularList(): unknown[] {
  const list: unknown[] = [];
  for (let index = 0; index < 100; index += 1)
    list.push({ property: `p${index}`, children: list, details: list });
  return list;
}

const places = ["fields", "errors", "issues", "details", "detail", "data", "message", "zodError"];
const everywhere = (value: unknown) =>
  Object.fromEntries(places.map((place) => [place, value] as const));

describe("hostile details", () => {
  it.each<[string, unknown]>([
    ["a proxy that throws", hostile],
    ["a revoked proxy", revoked()],
    ["a getter that throws", Object.defineProperty({}, "a", { get: throwing, enumerable: true })],
    ["a list of what throws", [hostile, revoked(), { field: hostile, message: hostile }]],
    ["10,000 records in one another", nested(10_000, (a) => ({ a }))],
    ["10,000 lists in one another", nested(10_000, (a) => [a])],
    ["10,000 lists of records", nested(10_000, (a) => [{ a }])],
    ["10,000 children", nested(10_000, (child) => [{ property: "a", children: child }])],
    ["10,000 errors of a whole", nested(10_000, (a) => ({ non_field_errors: a }))],
    ["10,000 trees", nested(10_000, (a) => ({ errors: [], properties: { a } }))],
    ["10,000 flattened errors", nested(10_000, (a) => ({ formErrors: [], fieldErrors: a }))],
    ["10,000 items", nested(10_000, (a) => ({ errors: [], items: [a] }))],
    ["a record that holds itself 100 times", circular()],
    ["a list that holds itself 100 times", circularList()],
    ["a length that is none", new Proxy([], { get: () => -1 })],
    ["a list of 4 billion", Object.assign([], { length: 2 ** 32 - 1 })],
    ["a function", () => "no"],
    ["a symbol", Symbol("no")],
    ["a bigint", 1n],
    ["NaN", Number.NaN],
  ])("of %s name no field, within 3 s", (_, value) => {
    const start = performance.now();
    expect(fieldErrors(invalid(everywhere(value)))).toEqual([]);
    expect(fieldErrors(invalid(Object(value)))).toEqual([]);
    expect(performance.now() - start).toBeLessThan(3_000);
  });

  it("with a getter that throws leave the other fields", () => {
    const fields = Object.defineProperty({ name: "is taken" }, "a", {
      get: throwing,
      enumerable: true,
    });
    expect(fieldErrors(invalid({ fields }))).toMatchObject([{ name: "name" }]);
  });

  it("that throw themselves name no field", () => {
    const error = Object.defineProperty(toApiError(422), "details", { get: throwing });
    expect(fieldErrors(error)).toEqual([]);
    expect(fieldErrors(hostile)).toEqual([]);
  });

  it("keep to 100 fields of a list, too", () => {
    const errors = Array.from({ length: 1_000 }, (_, index) => ({ field: `f${index}`, msg: "no" }));
    expect(fieldErrors(invalid({ errors }))).toHaveLength(100);
  });

  it.each<[string, object]>([
    ["a list", { errors: [{ field: "__proto__.polluted", message: "no" }] }],
    ["a record", { errors: JSON.parse('{"__proto__":{"polluted":["no"]}}') }],
    ["a name in dots", { errors: { "__proto__.polluted": ["no"] } }],
    ["a pointer", { errors: [{ pointer: "/__proto__/polluted", detail: "no" }] }],
  ])("take no prototype from %s", (_, details) => {
    const error = invalid({ ...details });
    expect(fieldErrors(error)).toMatchObject([{ name: "__proto__.polluted", message: "no" }]);
    const told = toFormErrors(error, { fields: ["__proto__.polluted"] });
    expect(told).toEqual({ fields: { "__proto__.polluted": "no" } });
    expect(Reflect.get({}, "polluted")).toBeUndefined();
  });

  it("never make it throw, whatever they are", () => {
    const words = fc.constantFrom(
      ...places,
      "field",
      "message",
      "path",
      "source",
      "errors",
      "_errors",
    );
    const details = fc.dictionary(
      words,
      fc.anything({ key: words, maxDepth: 6, withBigInt: true, withNullPrototype: true }),
    );
    fc.assert(
      fc.property(details, (value) => {
        for (const { path, name, message } of fieldErrors(invalid(value))) {
          expect([path.length > 0, name, message]).toEqual([
            true,
            expect.any(String),
            expect.stringMatching(/^[^\p{Cc}]+$/u),
          ]);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe("a message", () => {
  it.each([
    ["is\u0000 sh\u0007ort\u001b", "is short"],
    ["is\r\n\tshort\u2028now", "is short now"],
    ["\u202eis short\u2066", "is short"],
    [" is\u00a0short ", "is short"],
    ["is \ud800short", "is short"],
    ["کوتاه‌ است 👩‍👧", "کوتاه‌ است 👩‍👧"],
  ])("of %j is shown as %j", (sent, shown) => {
    expect(fieldErrors(invalid({ fields: { name: sent } }))).toMatchObject([{ message: shown }]);
    const errors = [{ field: "name", message: [sent] }];
    expect(fieldErrors(invalid({ errors }))).toMatchObject([{ message: shown }]);
  });

  it.each<[string, unknown]>([
    ["7", 7],
    ["true", true],
    ["null", null],
    ["controls alone", "\u0000\u0007"],
    ["white space", " \n"],
    ["an empty list", []],
    ["a list of numbers", [7]],
    ["an object", { text: 7 }],
  ])("is none where it is %s", (_, message) => {
    expect(fieldErrors(invalid({ fields: { name: message } }))).toEqual([]);
    expect(fieldErrors(invalid({ errors: [{ field: "name", message }] }))).toEqual([]);
  });
});
