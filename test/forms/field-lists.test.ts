/** Lists of errors, one line for each framework or API whose own documentation writes it so. */
import { describe, expect, it } from "vitest";
import { ApiError } from "../../src/error/api-error.ts";
import { fieldErrors } from "../../src/forms/field-errors.ts";
import { setFormErrors, toFormErrors } from "../../src/forms/form-errors.ts";

const invalid = (details: object, message = "Some fields are not valid.") =>
  new ApiError({
    code: "VALIDATION_FAILED",
    kind: "unprocessable",
    status: 422,
    message,
    details: { ...details },
  });

const told = (details: object) =>
  fieldErrors(invalid(details)).map(({ name, message }) => `${name}: ${message}`);

const badRequest = [
  { "@type": "type.googleapis.com/google.rpc.ErrorInfo", reason: "INVALID", domain: "d" },
  {
    "@type": "type.googleapis.com/google.rpc.BadRequest",
    fieldViolations: [
      { field: "items[0].name", description: "Too short." },
      {
        field: "title",
        description: "title: len < 3",
        localizedMessage: { locale: "en-US", message: "The title is too short." },
      },
    ],
  },
];

const ajv = [
  {
    instancePath: "",
    schemaPath: "#/required",
    keyword: "required",
    params: { missingProperty: "name" },
    message: "must have required property 'name'",
  },
  {
    instancePath: "/items/1/price",
    schemaPath: "#/properties/items/items/properties/price/type",
    keyword: "type",
    params: { type: "number" },
    message: "must be number",
  },
  {
    instancePath: "/items/0",
    schemaPath: "#/additionalProperties",
    keyword: "additionalProperties",
    params: { additionalProperty: "extra" },
    message: "must NOT have additional properties",
  },
];

const ajvTold = [
  "name: must have required property 'name'",
  "items.1.price: must be number",
  "items.0.extra: must NOT have additional properties",
];

const classValidator = [
  {
    target: { email: "x", items: [] },
    value: "x",
    property: "email",
    children: [],
    constraints: { isEmail: "email must be an email", isNotEmpty: "email is missing" },
  },
  {
    property: "items",
    children: [
      {
        property: "0",
        children: [{ property: "name", constraints: { isLength: "name is too short" } }],
      },
    ],
  },
];

const classValidatorTold = ["email: email must be an email", "items.0.name: name is too short"];

describe("a list of errors", () => {
  it.each<[string, object, string[]]>([
    [
      "Google (google.rpc.BadRequest)",
      { status: "INVALID_ARGUMENT", details: badRequest },
      ["items.0.name: Too short.", "title: The title is too short."],
    ],
    [
      "BadRequest alone",
      { ...badRequest[1] },
      ["items.0.name: Too short.", "title: The title is too short."],
    ],
    [
      "Connect",
      { details: [{ type: "google.rpc.BadRequest", value: "CgA", debug: badRequest[1] }] },
      ["items.0.name: Too short.", "title: The title is too short."],
    ],
    [
      "Spring (DefaultErrorAttributes)",
      {
        timestamp: "2026-01-01T00:00:00Z",
        path: "/users",
        error: "Bad Request",
        errors: [
          {
            codes: ["Size.user.items[0].name", "Size"],
            arguments: [{ defaultMessage: "name", code: "name" }],
            defaultMessage: "size must be between 3 and 10",
            objectName: "user",
            field: "items[0].name",
            rejectedValue: "a",
            bindingFailure: false,
            code: "Size",
          },
          { defaultMessage: "passwords differ", objectName: "user", code: "Same" },
        ],
      },
      ["items.0.name: size must be between 3 and 10"],
    ],
    [
      "Spring's ProblemDetail with a property of its own",
      { instance: "/users", errors: [{ field: "email", message: "must be well-formed" }] },
      ["email: must be well-formed"],
    ],
    [
      "Bean Validation (Quarkus, Zalando's problem library)",
      { violations: [{ field: "owner.email", in: "body", message: "must not be blank" }] },
      ["owner.email: must not be blank"],
    ],
    [
      "PayPal",
      {
        name: "UNPROCESSABLE_ENTITY",
        debug_id: "b1",
        details: [
          { field: "/a/b", location: "body", issue: "MISSING", description: "A field is missing." },
          { field: "purchase_units/0/amount", issue: "INVALID", description: "Not a number." },
          { field: "payer.email", issue: "Required field missing" },
          { issue: "ORDER_ALREADY_CAPTURED", description: "Order already captured." },
        ],
      },
      [
        "a.b: A field is missing.",
        "purchase_units.0.amount: Not a number.",
        "payer.email: Required field missing",
      ],
    ],
    [
      "Azure",
      {
        target: "ContactInfo",
        details: [
          { code: "NullValue", target: "PhoneNumber", message: "Phone number must not be null" },
          { code: "NoTarget", target: null, message: "Something else" },
          {
            code: "Nested",
            message: "Bad address",
            details: [{ code: "MalformedValue", target: "Address", message: "Not valid" }],
          },
        ],
        innererror: { code: "X", message: "at Contact.Parse()", innererror: { target: "no" } },
      },
      ["PhoneNumber: Phone number must not be null", "Address: Not valid"],
    ],
    ["AJV as errors", { errors: ajv }, ajvTold],
    ["AJV as Fastify's validation", { statusCode: 400, validation: ajv }, ajvTold],
    ["AJV as details", { details: ajv }, ajvTold],
    [
      "AJV 6",
      { errors: [{ dataPath: ".items[0].name", message: "should be string", params: {} }] },
      ["items.0.name: should be string"],
    ],
    ["class-validator as errors", { errors: classValidator }, classValidatorTold],
    [
      "class-validator as NestJS's message",
      { statusCode: 400, message: classValidator },
      classValidatorTold,
    ],
    [
      "JSON:API",
      {
        errors: [
          {
            status: "422",
            source: { pointer: "/data/attributes/email" },
            title: "Invalid Attribute",
            detail: "is not an email",
          },
          { source: { pointer: "/data/attributes/address/city" }, title: "is missing" },
          { source: { pointer: "/data/relationships/author" }, detail: "is unknown" },
          { source: { pointer: "/data/relationships/tags/data/0/id" }, detail: "is odd" },
          { source: { parameter: "page[size]" }, detail: "is too large" },
          { source: { pointer: "/data" }, detail: "is nobody's" },
          { source: { pointer: "" }, detail: "is nobody's" },
        ],
      },
      [
        "email: is not an email",
        "address.city: is missing",
        "author: is unknown",
        "tags.0.id: is odd",
        "page.size: is too large",
      ],
    ],
    [
      "Cloudflare's pointers",
      { errors: [{ code: 1004, message: "Not valid.", source: { pointer: "/name" } }] },
      ["name: Not valid."],
    ],
    [
      "RFC 9457",
      { errors: [{ detail: "must be positive", pointer: "#/items/0/age" }] },
      ["items.0.age: must be positive"],
    ],
    [
      "RFC 7807",
      { "invalid-params": [{ name: "age", reason: "must be positive" }] },
      ["age: must be positive"],
    ],
    [
      "FastAPI",
      {
        detail: [
          { type: "missing", loc: ["body", "items", 0, "name"], msg: "Field required", input: {} },
          { type: "int", loc: ["query", "page"], msg: "Not a number", ctx: { error: {} } },
        ],
      },
      ["items.0.name: Field required", "page: Not a number"],
    ],
    [
      "pydantic's errors(), which have no part of the request",
      { detail: [{ loc: ["body"], msg: "Field required" }] },
      ["body: Field required"],
    ],
    [
      "FastAPI's HTTPException with a record",
      { detail: { errors: { name: "is taken" } } },
      ["name: is taken"],
    ],
    [
      "drf-standardized-errors",
      { errors: [{ code: "required", detail: "Required.", attr: "items.1.price" }] },
      ["items.1.price: Required."],
    ],
    [
      "Symfony",
      { violations: [{ propertyPath: "items[0].name", title: "Too short.", parameters: {} }] },
      ["items.0.name: Too short."],
    ],
    [
      "API Platform",
      { violations: [{ propertyPath: "title", message: "Blank.", code: "c1051bb4" }] },
      ["title: Blank."],
    ],
    [
      "FluentValidation",
      { errors: [{ propertyName: "Items[0].Name", errorMessage: "Empty.", errorCode: "E" }] },
      ["Items.0.Name: Empty."],
    ],
    [
      "express-validator 7",
      {
        errors: [{ type: "field", value: "", msg: "Invalid value", path: "a.b", location: "body" }],
      },
      ["a.b: Invalid value"],
    ],
    [
      "express-validator 6",
      { errors: [{ value: "", msg: "Invalid value", param: "a[0].b", location: "body" }] },
      ["a.0.b: Invalid value"],
    ],
    [
      "express-openapi-validator",
      {
        errors: [
          { path: "/body/name", message: "is missing", errorCode: "required.openapi.validation" },
        ],
      },
      ["name: is missing"],
    ],
    [
      "Joi",
      {
        details: [{ message: '"a" is missing', path: ["a", 0], type: "any.required", context: {} }],
      },
      ['a.0: "a" is missing'],
    ],
    [
      "yup",
      {
        name: "ValidationError",
        errors: ["a is odd"],
        inner: [{ path: "a[0]", message: "a is odd" }],
      },
      ["a.0: a is odd"],
    ],
    [
      "TypeBox (Elysia)",
      { on: "body", errors: [{ type: 54, path: "/items/0", message: "Expected string" }] },
      ["items.0: Expected string"],
    ],
    [
      "valibot",
      { issues: [{ kind: "schema", message: "Invalid", path: [{ key: "a" }, { key: 0 }] }] },
      ["a.0: Invalid"],
    ],
    [
      "VineJS (Adonis)",
      { errors: [{ message: "is odd", rule: "email", field: "contacts.0.email" }] },
      ["contacts.0.email: is odd"],
    ],
    [
      "Kubernetes",
      {
        kind: "Status",
        reason: "Invalid",
        details: {
          causes: [{ reason: "Required", message: "Required value", field: "spec.name" }],
        },
      },
      ["spec.name: Required value"],
    ],
    [
      "Shopify",
      { userErrors: [{ field: ["input", "email"], message: "is taken" }] },
      ["input.email: is taken"],
    ],
    [
      "Adyen",
      { invalidFields: [{ name: "amount.value", message: "Not a number" }] },
      ["amount.value: Not a number"],
    ],
    [
      "jsonschema",
      { errors: [{ property: "instance.items[0]", message: "is not of a type", name: "type" }] },
      ["items.0: is not of a type"],
    ],
    ["an app's own", { fields: [{ field: "name", message: "is taken" }] }, ["name: is taken"]],
    [
      "an app's own with a reason",
      { errors: [{ field: "name", reason: "is taken" }] },
      ["name: is taken"],
    ],
  ])("of %s is read", (_, details, expected) => {
    expect(told(details)).toEqual(expected);
  });

  it.each<[string, unknown[], string[]]>([
    ["AJV", ajv, ajvTold],
    ["class-validator", classValidator, classValidatorTold],
  ])("of %s may be all that the details are", (_, list, expected) => {
    const error = invalid({});
    Object.defineProperty(error, "details", { value: list });
    expect(fieldErrors(error).map(({ name, message }) => `${name}: ${message}`)).toEqual(expected);
  });

  it.each<[string, object]>([
    ["GraphQL's path in the answer", { message: "No.", locations: [{ line: 1 }], path: ["user"] }],
    ["a path of nobody beside a name", { path: [], name: "ValidationError", message: "No." }],
    ["a field without words", { field: "name", code: "missing_field" }],
    ["words that are none", { field: "name", message: { en: "No." } }],
    ["a number for words", { field: "name", message: 7 }],
    ["words without a field", { message: "No." }],
    ["a member that no table knows", { column: "name", message: "No." }],
    ["an object for a field", { field: { name: "name" }, message: "No." }],
  ])("names nothing by %s", (_, item) => {
    expect(told({ errors: [item] })).toEqual([]);
  });
});

describe("an error that is about one field", () => {
  it.each<[string, object, string]>([
    ["Stripe's param", { type: "card_error", param: "card[number]" }, "card.number"],
    [
      "OpenAI's param",
      { type: "invalid_request_error", param: "messages[0].role" },
      "messages.0.role",
    ],
    ["Azure's target", { target: "password", innererror: { code: "PasswordError" } }, "password"],
    ["a field of an app's own", { field: "items[0].name" }, "items.0.name"],
  ])("by %s tells of it in its own message", (_, details, name) => {
    const error = invalid(details, "Your card number is incorrect.");
    expect(fieldErrors(error)).toMatchObject([{ name, message: "Your card number is incorrect." }]);
  });

  it("prefers words in its details", () => {
    expect(told({ param: "number", message: "Not a card." })).toEqual(["number: Not a card."]);
  });

  it.each<[string, object]>([
    ["a path, as Spring's body has of its address", { path: "/users" }],
    ["a name, as a thrown error has", { name: "ValidationError" }],
    ["a target that is none", { target: null }],
  ])("is not told by %s", (_, details) => {
    expect(told(details)).toEqual([]);
  });
});

describe("the form", () => {
  it("has the names it asked for, whoever wrote the list", () => {
    const setError = (name: string) => name;
    expect(
      setFormErrors(invalid({ details: badRequest }), setError, {
        fields: ["title", "items.0.name"],
      }),
    ).toEqual(["items.0.name", "title"]);
    expect(toFormErrors(invalid({ errors: ajv }), { fields: ["items[1].price"] })).toEqual({
      fields: { "items[1].price": "must be number" },
    });
  });
});
