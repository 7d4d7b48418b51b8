import { describe, expect, it, vi } from "vitest";
import { ApiError } from "../../src/error/api-error.ts";
import { fieldErrors } from "../../src/forms/field-errors.ts";
import { setFormErrors, toFormErrors } from "../../src/forms/form-errors.ts";

const refused = (details?: Record<string, unknown>) =>
  new ApiError({ code: "X", kind: "unprocessable", status: 422, message: "m", details });

const namesOf = (details: Record<string, unknown>) =>
  fieldErrors(refused(details)).map(({ name, message }) => `${name}: ${message}`);

describe("fieldErrors", () => {
  it.each<[string, Record<string, unknown>, string[]]>([
    [
      "a record",
      { fields: { name: "is taken", age: "is low" } },
      ["name: is taken", "age: is low"],
    ],
    [
      "lists of messages (Rails)",
      { errors: { name: ["is taken", "is short"] } },
      ["name: is taken"],
    ],
    ["zod's flatten", { formErrors: [], fieldErrors: { name: ["Bad"] } }, ["name: Bad"]],
    [
      "nested records",
      { fields: { items: { 0: { name: "is short" } } } },
      ["items.0.name: is short"],
    ],
    [
      "problem details (RFC 9457)",
      { errors: [{ detail: "must be positive", pointer: "#/items/0/a~1b" }] },
      ["items.0.a/b: must be positive"],
    ],
    [
      "problem details (RFC 7807)",
      { "invalid-params": [{ name: "age", reason: "must be positive" }] },
      ["age: must be positive"],
    ],
    [
      "JSON:API",
      { errors: [{ detail: "is blank", source: { pointer: "/data/attributes/name" } }] },
      ["name: is blank"],
    ],
    ["FastAPI", { detail: [{ loc: ["body", "tags", 1], msg: "too long" }] }, ["tags.1: too long"]],
    ["zod's issues", { issues: [{ path: ["a", 0], message: "Bad" }] }, ["a.0: Bad"]],
    ["names with brackets", { errors: [{ field: "a[0].b", message: "Bad" }] }, ["a.0.b: Bad"]],
  ])("reads %s", (_, details, expected) => {
    expect(namesOf(details)).toEqual(expected);
  });

  it.each<[string, unknown]>([
    ["no details", refused()],
    ["details without fields", refused({ model: "m" })],
    ["texts for errors", refused({ errors: "all wrong", detail: "no" })],
    ["messages without a field", refused({ errors: [{ message: "no" }, "no", null, 7] })],
    ["fields without a message", refused({ fields: { name: "", age: 7, x: null, y: [] } })],
    ["another error", new Error("no")],
    ["nothing", undefined],
  ])("is empty for %s", (_, thrown) => {
    expect(fieldErrors(thrown)).toEqual([]);
  });

  it("keeps to 100 fields and a depth of 16, whatever comes", () => {
    const many = Object.fromEntries(
      Array.from({ length: 1_000 }, (_, index) => [`f${index}`, "no"]),
    );
    expect(fieldErrors(refused({ fields: many }))).toHaveLength(100);
    let deep: unknown = "no";
    for (let level = 0; level < 10_000; level += 1) deep = { a: deep };
    expect(fieldErrors(refused({ fields: deep }))).toEqual([]);
  });

  it("takes __proto__ for a name like any other", () => {
    const details = JSON.parse('{"fields":{"__proto__":"no","constructor":"no"}}');
    expect(namesOf(details)).toEqual(["__proto__: no", "constructor: no"]);
    const errors = toFormErrors(refused(details), { fields: ["__proto__", "constructor"] });
    expect(Object.keys(errors?.fields ?? {})).toEqual(["__proto__", "constructor"]);
    expect(Reflect.get({}, "polluted")).toBeUndefined();
  });
});

const taken = refused({ fields: { name: "is taken", items: [], other: "is odd" } });

describe("setFormErrors", () => {
  it("sets the form's own fields, focuses the first, and tells which they were", () => {
    const setError = vi.fn();
    const error = refused({ fields: { other: "no", name: "is taken", age: "is low" } });
    expect(setFormErrors(error, setError, { fields: ["age", "name"] })).toEqual(["name", "age"]);
    expect(setError.mock.calls).toEqual([
      ["name", { type: "server", message: "is taken" }, { shouldFocus: true }],
      ["age", { type: "server", message: "is low" }, { shouldFocus: false }],
    ]);
  });

  it("lets an app choose the words", () => {
    const setError = vi.fn();
    const toMessage = ({ name, message }: { name: string; message: string }) =>
      `The ${name} ${message}.`;
    setFormErrors(taken, setError, { fields: ["name"], toMessage });
    expect(setError.mock.calls[0]?.[1]).toEqual({ type: "server", message: "The name is taken." });
  });

  it("sets nothing for an answer that names no field", () => {
    const setError = vi.fn();
    expect(setFormErrors(new Error("no"), setError, { fields: ["name"] })).toEqual([]);
    expect(setError).not.toHaveBeenCalled();
  });
});

describe("toFormErrors", () => {
  it("names fields with brackets, and leaves out those that the form has not", () => {
    const error = refused({ fields: { items: { 0: { name: "is short" } }, other: "no" } });
    const isItem = (name: string): name is `items[${number}].name` =>
      /^items\[\d+\]\.name$/.test(name);
    expect(toFormErrors(error, { fields: isItem })).toEqual({
      fields: { "items[0].name": "is short" },
    });
  });

  it("is undefined, which means valid, where the answer names none of the form's fields", () => {
    expect(toFormErrors(taken, { fields: ["age"] })).toBeUndefined();
  });
});
