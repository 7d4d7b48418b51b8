/** What servers answer where nobody wrote a `readError`: the whole way from a 422 to the fields of a form. */
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { toApiError } from "../../src/envelope/to-api-error.ts";
import type { ApiError } from "../../src/error/api-error.ts";
import type { FieldError } from "../../src/forms/field-error-search.ts";
import { fieldErrors } from "../../src/forms/field-errors.ts";
import { toFormErrors } from "../../src/forms/form-errors.ts";
import { fakeFetch, json, quietApi } from "../fetcher/fake-fetch.ts";

const statusWords = "The server answered with status 422.";

/** The error of a call that a 422 with this body answers. */
async function answered(body: unknown): Promise<ApiError> {
  const { fetch } = fakeFetch(json(body, { status: 422 }));
  return quietApi(fetch)
    .request("POST /orders", { body: {} })
    .then(() => Promise.reject(), toApiError);
}

const named = (errors: readonly FieldError[]) =>
  Object.fromEntries(errors.map(({ name, message }) => [name, message]));

const told = (error: ApiError) => named(fieldErrors(error));

const Order = z.object({ items: z.array(z.object({ name: z.string("Required.") })) });
const { error: zodError = new z.ZodError([]) } = Order.safeParse({ items: [{}] });

interface Body {
  body: unknown;
  message?: string;
  fields: Record<string, string>;
}

const bodies: Record<string, Body> = {
  Laravel: {
    body: {
      message: "The title field is required. (and 1 more error)",
      errors: { title: ["The title field is required."], "items.0.name": ["Too short."] },
    },
    message: "The title field is required. (and 1 more error)",
    fields: { title: "The title field is required.", "items.0.name": "Too short." },
  },
  FastAPI: {
    body: {
      detail: [
        { type: "missing", loc: ["body", "items", 0, "name"], msg: "Field required", input: {} },
      ],
    },
    fields: { "items.0.name": "Field required" },
  },
  "Django REST": {
    body: { email: ["Enter a valid email address."], items: [{}, { price: ["Too low."] }] },
    fields: { email: "Enter a valid email address.", "items.1.price": "Too low." },
  },
  "Django REST with many=True": {
    body: [{}, { price: ["Too low."] }],
    fields: { "1.price": "Too low." },
  },
  "Spring's DefaultErrorAttributes": {
    body: {
      timestamp: "2026-01-01T00:00:00.000+00:00",
      status: 422,
      error: "Unprocessable Entity",
      message: "Validation failed for object='order'. Error count: 1",
      errors: [{ objectName: "order", field: "items[0].name", defaultMessage: "is blank" }],
      path: "/orders",
    },
    message: "Validation failed for object='order'. Error count: 1",
    fields: { "items.0.name": "is blank" },
  },
  "Spring's ProblemDetail": {
    body: {
      type: "about:blank",
      title: "Unprocessable Entity",
      status: 422,
      detail: "Invalid request content.",
      instance: "/orders",
      errors: { "items[0].name": "is blank" },
    },
    message: "Invalid request content.",
    fields: { "items.0.name": "is blank" },
  },
  "ASP.NET": {
    body: {
      title: "One or more validation errors occurred.",
      status: 422,
      errors: { "Items[0].Name": ["The Name field is required."] },
    },
    message: "One or more validation errors occurred.",
    fields: { "Items.0.Name": "The Name field is required." },
  },
  "JSON:API": {
    body: { errors: [{ source: { pointer: "/data/attributes/email" }, detail: "is taken" }] },
    fields: { email: "is taken" },
  },
  PayPal: {
    body: {
      name: "UNPROCESSABLE_ENTITY",
      message: "The requested action could not be performed.",
      debug_id: "b1d1f06c7246c",
      details: [{ field: "/a/b", issue: "MISSING", description: "A field is missing." }],
      links: [],
    },
    message: "The requested action could not be performed.",
    fields: { "a.b": "A field is missing." },
  },
  "grpc-gateway": {
    body: {
      code: 3,
      message: "invalid",
      details: [
        {
          "@type": "type.googleapis.com/google.rpc.BadRequest",
          fieldViolations: [{ field: "items[0].name", description: "Too short." }],
        },
      ],
    },
    message: "invalid",
    fields: { "items.0.name": "Too short." },
  },
  "NestJS with class-validator's errors": {
    body: {
      statusCode: 422,
      message: [{ property: "email", constraints: { isEmail: "no email" }, children: [] }],
      error: "Unprocessable Entity",
    },
    fields: { email: "no email" },
  },
  "AJV's errors": {
    body: [{ instancePath: "/items/0", params: { missingProperty: "name" }, message: "missing" }],
    fields: { "items.0.name": "missing" },
  },
  "class-validator's errors": {
    body: [{ property: "items", children: [{ property: "0", constraints: { a: "odd" } }] }],
    fields: { "items.0": "odd" },
  },
  "zod's issues": { body: { issues: zodError.issues }, fields: { "items.0.name": "Required." } },
  "zod's treeified error": {
    body: z.treeifyError(zodError),
    fields: { "items.0.name": "Required." },
  },
  "zod's error from Hono": {
    body: { success: false, error: zodError },
    message: zodError.message.replace(/\s*\n\s*/g, " "),
    fields: { "items.0.name": "Required." },
  },
  Google: {
    body: {
      error: {
        code: 422,
        message: "Invalid value",
        status: "INVALID_ARGUMENT",
        details: [{ fieldViolations: [{ field: "title", description: "Too short." }] }],
      },
    },
    message: "Invalid value",
    fields: { title: "Too short." },
  },
};

describe("a 422", () => {
  it.each(Object.entries(bodies))(
    "of %s keeps its message and its fields",
    async (_, { body, message = statusWords, fields }) => {
      const error = await answered(body);
      expect(error).toMatchObject({ code: "UNKNOWN", kind: "unprocessable", status: 422, message });
      expect(told(error)).toEqual(fields);
    },
  );

  it.each<[string, object, string, Record<string, string>]>([
    [
      "Stripe",
      {
        error: {
          type: "card_error",
          code: "incorrect_number",
          message: "Your card number is incorrect.",
          param: "card[number]",
        },
      },
      "incorrect_number",
      { "card.number": "Your card number is incorrect." },
    ],
    [
      "Azure",
      {
        error: {
          code: "BadArgument",
          message: "Previous passwords may not be reused",
          target: "password",
          innererror: { code: "PasswordError" },
        },
      },
      "BadArgument",
      { password: "Previous passwords may not be reused" },
    ],
    [
      "Fastify",
      {
        statusCode: 422,
        code: "FST_ERR_VALIDATION",
        error: "Unprocessable Entity",
        message: "body/name must be string",
        validation: [{ instancePath: "/name", message: "must be string", params: {} }],
      },
      "FST_ERR_VALIDATION",
      { name: "must be string" },
    ],
    [
      "drf-standardized-errors",
      { type: "validation_error", errors: [{ code: "required", detail: "No.", attr: "a.0.b" }] },
      "validation_error",
      { "a.0.b": "No." },
    ],
  ])("of %s has the code that its body names", async (_, body, code, fields) => {
    const error = await answered(body);
    expect(error.code).toBe(code);
    expect(told(error)).toEqual(fields);
  });

  it.each(Object.entries(bodies))(
    "of %s has the same fields where another client threw it, and as a body by itself",
    (_, { body, fields }) => {
      const response = { status: 422, headers: {}, data: body };
      const thrown = Object.assign(new Error("Request failed with status code 422"), { response });
      expect(named(fieldErrors(thrown))).toEqual(fields);
      expect(named(fieldErrors(body))).toEqual(fields);
    },
  );

  it("of ASP.NET reaches the form that sent it", async () => {
    const error = await answered(bodies["ASP.NET"]?.body);
    expect(toFormErrors(error, { fields: ["items[0].name"] })).toEqual({
      fields: { "items[0].name": "The Name field is required." },
    });
  });

  it("crosses from a server as JSON with its fields", async () => {
    const error = await answered(bodies["FastAPI"]?.body);
    expect(told(toApiError(JSON.parse(JSON.stringify(error))))).toEqual({
      "items.0.name": "Field required",
    });
  });
});
