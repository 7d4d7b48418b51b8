/** Records by field, as they come: what a server calls its fields is never taken for its words. */
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { ApiError } from "../../src/error/api-error.ts";
import { fieldErrors } from "../../src/forms/field-errors.ts";
import { toFormErrors } from "../../src/forms/form-errors.ts";

type Details = Record<string, unknown>;

const invalid = (details: Details, code = "UNKNOWN") =>
  new ApiError({ code, kind: "unprocessable", status: 422, message: "m", details });

const told = (error: ApiError) =>
  Object.fromEntries(fieldErrors(error).map(({ name, message }) => [name, message]));

describe("a record by field", () => {
  it.each<[string, Details, Record<string, string>]>([
    [
      "fields that are called title and body",
      { fields: { title: "is too long", body: "is missing" } },
      { title: "is too long", body: "is missing" },
    ],
    [
      "fields that are called as words are: message, detail, msg, reason",
      { errors: { message: ["is short"], detail: ["is odd"], msg: "no", reason: ["is bad"] } },
      { message: "is short", detail: "is odd", msg: "no", reason: "is bad" },
    ],
    [
      "the same fields further in",
      { fields: { post: { title: "is too long", message: "is short" } } },
      { "post.title": "is too long", "post.message": "is short" },
    ],
    [
      "fields that are called as places are",
      { errors: { errors: ["is odd"], fields: ["is bad"], details: ["is short"] } },
      { errors: "is odd", fields: "is bad", details: "is short" },
    ],
    [
      "Laravel's names",
      { message: "The given data was invalid.", errors: { "items.0.name": ["is required."] } },
      { "items.0.name": "is required." },
    ],
    [
      "ASP.NET's names, with what is nobody's",
      { errors: { "Items[0].Name": ["Required."], "$.price": ["No number."], "": ["No."] } },
      { "Items.0.Name": "Required.", price: "No number." },
    ],
    [
      "Web API 2's ModelState",
      { Message: "The request is invalid.", ModelState: { "user.Email": ["Required."] } },
      { "user.Email": "Required." },
    ],
    [
      "Django REST's nested lists",
      { errors: { items: [{}, { price: ["A number is required."] }] } },
      { "items.1.price": "A number is required." },
    ],
    [
      "Django REST's records by index",
      { errors: { tags: { 2: ["Too long."] }, items: { 1: { price: ["Required."] } } } },
      { "tags.2": "Too long.", "items.1.price": "Required." },
    ],
    [
      "Django REST's errors of a whole, which are the whole's",
      { errors: { non_field_errors: ["No."], address: { non_field_errors: ["Unknown."] } } },
      { address: "Unknown." },
    ],
    [
      "Rails' nested names",
      { errors: { "items[1].price": ["is not a number"], "owner.name": ["is short"] } },
      { "items.1.price": "is not a number", "owner.name": "is short" },
    ],
    [
      "Phoenix's nested changesets",
      { errors: { address: { city: ["can't be blank"] }, items: [{}, { name: ["is short"] }] } },
      { "address.city": "can't be blank", "items.1.name": "is short" },
    ],
    [
      "Django's as_json",
      { errors: { email: [{ message: "Required.", code: "required" }] } },
      { email: "Required." },
    ],
    [
      "Mongoose's ValidatorErrors",
      {
        errors: {
          name: { name: "ValidatorError", message: "Required.", kind: "required", path: "name" },
        },
      },
      { name: "Required." },
    ],
    [
      "express-validator's mapped()",
      {
        errors: { email: { type: "field", msg: "Invalid value", path: "email", location: "body" } },
      },
      { email: "Invalid value" },
    ],
    [
      "react-hook-form's own errors",
      { errors: { email: { type: "pattern", message: "Invalid" } } },
      { email: "Invalid" },
    ],
    ["an object with words alone", { errors: { email: { message: "Taken" } } }, { email: "Taken" }],
    [
      "PocketBase's data",
      { status: 400, data: { email: { code: "validation_required", message: "Missing value." } } },
      { email: "Missing value." },
    ],
    ["an envelope's details", { details: { email: "is taken" } }, { email: "is taken" }],
    [
      "a place in an envelope's details (Strapi)",
      { name: "ValidationError", details: { errors: [{ path: ["a", 0], message: "Required." }] } },
      { "a.0": "Required." },
    ],
  ])("reads %s", (_, details, expected) => {
    expect(told(invalid(details, "VALIDATION_FAILED"))).toEqual(expected);
  });
});

describe("a bare body's own members", () => {
  const nested = { items: [{}, { price: ["A number is required."] }] };

  it.each<[string, Details, Record<string, string>]>([
    [
      "Django REST's serializer errors",
      { email: ["This field is required."], ...nested },
      { email: "This field is required.", "items.1.price": "A number is required." },
    ],
    [
      "what a Rails scaffold renders",
      { title: ["can't be blank", "is too short"] },
      { title: "can't be blank" },
    ],
    [
      "of a form with fields that are called as places are",
      { message: ["This field may not be blank."], details: ["Required."], data: ["Required."] },
      { message: "This field may not be blank.", details: "Required.", data: "Required." },
    ],
    [
      "Django REST's errors with codes",
      { email: [{ message: "Required.", code: "required" }] },
      { email: "Required." },
    ],
  ])("are %s", (_, details, expected) => {
    expect(told(invalid(details))).toEqual(expected);
  });

  it("name fields where an app gave the body a code of its own", () => {
    expect(told(invalid(nested, "VALIDATION_FAILED"))).toEqual({
      "items.1.price": "A number is required.",
    });
  });

  it.each<[string, Details, string]>([
    ["a list of names beside a code", { tools: ["search", "browse"] }, "UNKNOWN_TOOLS"],
    ["Rails' full messages", { errors: ["Name can't be blank"] }, "UNKNOWN"],
    ["what is nobody's", { errors: { "": ["No."], non_field_errors: ["No."] } }, "UNKNOWN"],
    ["the same of fields", { fields: { "": ["No."] } }, "UNKNOWN"],
    ["texts", { model: "m", reason: "quota" }, "UNKNOWN"],
    ["a mixture", { model: ["is unknown."], retry: true }, "UNKNOWN"],
    ["empty lists", { email: [], items: [{}, {}] }, "UNKNOWN"],
  ])("are no fields where they are %s", (_, details, code) => {
    expect(told(invalid(details, code))).toEqual({});
  });

  it.each(["rateLimited", "serverError", "forbidden"] as const)("are no fields of a %s", (kind) => {
    const details = { email: ["This field is required."] };
    expect(fieldErrors(new ApiError({ code: "UNKNOWN", kind, message: "m", details }))).toEqual([]);
  });
});

describe("zod's own reports", () => {
  const Order = z.object({
    title: z.string("Required."),
    items: z.array(z.object({ price: z.number("No number.") })),
  });
  const { error = new z.ZodError([]) } = Order.safeParse({ items: [{ price: 1 }, {}] });
  const all = { title: "Required.", "items.1.price": "No number." };
  /** Flat is what it says: what is wrong in a list is told of the list. */
  const flat = { title: "Required.", items: "No number." };
  const sent = (report: unknown): unknown => JSON.parse(JSON.stringify(report));

  it.each<[string, unknown, Record<string, string>]>([
    ["issues", { issues: error.issues }, all],
    ["issues as errors", { errors: error.issues }, all],
    ["issues as error", { error: error.issues }, all],
    ["the error itself, whose message holds the issues", error, all],
    ["the error itself, as error", { success: false, error }, all],
    ["treeifyError", z.treeifyError(error), all],
    ["treeifyError as errors", { errors: z.treeifyError(error) }, all],
    ["formatError", z.formatError(error), all],
    ["formatError as errors", { errors: z.formatError(error) }, all],
    ["flattenError", z.flattenError(error), flat],
    ["flattenError as errors", { errors: z.flattenError(error) }, flat],
    ["tRPC's zodError", { data: { zodError: z.flattenError(error) } }, flat],
  ])("are read: %s", (_, report, expected) => {
    expect(told(invalid({ ...Object(sent(report)) }))).toEqual(expected);
  });

  it("is read where an envelope took its message", () => {
    const { message } = error;
    const details = { name: "ZodError" };
    const failed = new ApiError({ code: "UNKNOWN", kind: "badRequest", message, details });
    expect(told(failed)).toEqual(all);
  });

  it("gives TanStack Form what it needs", () => {
    const report = invalid({ ...Object(sent(z.treeifyError(error))) });
    expect(toFormErrors(report, { fields: ["title", "items[1].price"] })).toEqual({
      fields: { title: "Required.", "items[1].price": "No number." },
    });
  });
});
