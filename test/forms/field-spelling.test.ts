/** Servers and forms spell one field in many ways; names are compared by path. */
import { FieldApi, FormApi } from "@tanstack/react-form";
import { createFormControl } from "react-hook-form";
import { describe, expect, it } from "vitest";
import { ApiError } from "../../src/error/api-error.ts";
import { fieldErrors } from "../../src/forms/field-errors.ts";
import { setFormErrors, toFormErrors } from "../../src/forms/form-errors.ts";

const invalid = (details: Record<string, unknown>) =>
  new ApiError({ code: "UNKNOWN", kind: "unprocessable", status: 422, message: "m", details });

const ofRecord = (name: string) => invalid({ errors: { [name]: ["is short"] } });
const ofList = (field: unknown) => invalid({ errors: [{ field, message: "is short" }] });

/** A field `a`'s first item's `b`, as servers write it. */
const spellings = [
  "a.0.b",
  "a[0].b",
  "a[0][b]",
  'a[0]["b"]',
  "/a/0/b",
  "#/a/0/b",
  "$.a[0].b",
  "$['a'][0]['b']",
  '["a",0,"b"]',
];

/** The same as forms write it. */
const names = ["a.0.b", "a[0].b", "a[0][b]", "/a/0/b", '["a",0,"b"]'];

describe("a field's spelling", () => {
  it.each(spellings)("%s is the path a, 0, b", (spelling) => {
    const expected = [{ path: ["a", 0, "b"], name: "a.0.b", message: "is short" }];
    expect(fieldErrors(ofList(spelling))).toEqual(expected);
    expect(fieldErrors(ofRecord(spelling))).toEqual(expected);
  });

  it.each<[string, unknown[]]>([
    ["a list of steps", ["a", 0, "b"]],
    ["Standard Schema's segments", [{ key: "a" }, 0, { key: "b" }]],
    ["valibot's segments", [{ type: "object", key: "a" }, { key: 0 }, { key: "b" }]],
  ])("as %s is the path a, 0, b", (_, steps) => {
    expect(fieldErrors(ofList(steps))).toEqual([
      { path: ["a", 0, "b"], name: "a.0.b", message: "is short" },
    ]);
  });

  it.each<[string, (string | number)[]]>([
    ["a~1b", ["a~1b"]],
    ["/a~1b/m~0n", ["a/b", "m~n"]],
    ["/100%25", ["100%25"]],
    ["#/100%25", ["100%"]],
    ["#/100%", ["100%"]],
    ["card[number]", ["card", "number"]],
    ["items[][name]", ["items", "name"]],
    ['a["b.c"]', ["a", "b.c"]],
    ["$.a", ["a"]],
    ["$a", ["$a"]],
    ["a.007", ["a", "007"]],
    ["a b", ["a b"]],
  ])("%s is the path %j", (spelling, path) => {
    expect(fieldErrors(ofList(spelling)).map((error) => error.path)).toEqual([path]);
  });

  it.each([
    ["nothing", ""],
    ["#", "#"],
    ["/", "/"],
    ["$", "$"],
    [".", "."],
    ["[]", "[]"],
    ["a name of 2,001 characters", "a".repeat(2_001)],
    ["a path of 17 steps", "a.".repeat(17)],
    ["2,000 brackets", "[".repeat(2_000)],
  ])("of %s names no field", (_, spelling) => {
    expect(fieldErrors(ofList(spelling))).toEqual([]);
    expect(fieldErrors(ofRecord(spelling))).toEqual([]);
  });
});

describe("the form's own spelling", () => {
  it.each(spellings.flatMap((spelling) => names.map((name) => [spelling, name] as const)))(
    "of %s is %s, where the form has that",
    (spelling, name) => {
      const expected = { fields: { [name]: "is short" } };
      expect(toFormErrors(ofRecord(spelling), { fields: [name] })).toEqual(expected);
      expect(setFormErrors(ofList(spelling), () => {}, { fields: [name] })).toEqual([name]);
    },
  );

  it.each([
    ["items.0.name", "items[1].name"],
    ["items.0.name", "items"],
    ["items", "items[0]"],
    ["a~1b", "a.b"],
    ["a.007", "a.7"],
  ])("is not found for %s, where the form has %s", (spelling, name) => {
    expect(toFormErrors(ofRecord(spelling), { fields: [name] })).toBeUndefined();
  });

  it.each<[string, string[], string | undefined]>([
    ["Items[0].Name", ["items[0].name"], "items[0].name"],
    ["Email", ["name", "email"], "email"],
    ["URLValue", ["urlValue"], "urlValue"],
    ["UserID", ["userId"], "userId"],
    ["Name", ["name", "Name"], "Name"],
    ["name", ["Name", "name"], "name"],
    ["NAME", ["name", "Name"], undefined],
    ["$.items[0].name", ["Items[0].Name"], "Items[0].Name"],
  ])("of ASP.NET's %s in a form with %j is %s", (spelling, fields, name) => {
    const told = name === undefined ? undefined : { fields: { [name]: "is short" } };
    expect(toFormErrors(ofRecord(spelling), { fields })).toEqual(told);
  });

  it.each<[string, RegExp, string, string]>([
    ["items.0.name", /^items[[.]\d+\]?\.name$/, "items.0.name", "items[0].name"],
    ["/items/0/name", /^items\.\d+\.name$/, "items.0.name", "items.0.name"],
    ["items.0.name", /^items\[\d+\]\.name$/, "items[0].name", "items[0].name"],
    ["Items[0].Name", /^items[[.]\d+\]?\.name$/, "items.0.name", "items[0].name"],
    ["IOStream", /^ioStream$/, "ioStream", "ioStream"],
    ["ID", /^id$/, "id", "id"],
  ])("of %s may be told by %s: %s, or %s in TanStack Form", (spelling, known, dots, brackets) => {
    const fields = (name: string): name is string => known.test(name);
    const error = ofRecord(spelling);
    expect(setFormErrors(error, () => {}, { fields })).toEqual([dots]);
    expect(toFormErrors(error, { fields })).toEqual({ fields: { [brackets]: "is short" } });
  });

  it("is taken once, for the first that is said of a field", () => {
    const errors = [
      { field: "a[0]", message: "first" },
      { field: "a.0", message: "second" },
    ];
    expect(toFormErrors(invalid({ errors }), { fields: ["a[0]", "a.0"] })).toEqual({
      fields: { "a[0]": "first" },
    });
  });
});

describe("in the real libraries", () => {
  it.each(spellings)("%s is set on react-hook-form's a.0.b", (spelling) => {
    const form = createFormControl({ defaultValues: { a: [{ b: "" }] } });
    setFormErrors(ofRecord(spelling), form.setError, { fields: ["a.0.b"] });
    expect(form.getFieldState("a.0.b").error).toMatchObject({
      type: "server",
      message: "is short",
    });
  });

  it.each(spellings)("%s is set on TanStack Form's a[0].b", async (spelling) => {
    const form = new FormApi({
      defaultValues: { a: [{ b: "" }] },
      validators: {
        onSubmitAsync: async () => toFormErrors(ofRecord(spelling), { fields: ["a[0].b"] }),
      },
    });
    form.mount();
    new FieldApi({ form, name: "a[0].b" }).mount();
    await form.handleSubmit();
    expect(form.getFieldMeta("a[0].b")?.errors).toEqual(["is short"]);
    expect(form.state.canSubmit).toBe(false);
  });
});
