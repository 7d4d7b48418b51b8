/**
 * The ways in which servers say what is wrong with which field. Only what a table here lists is read: a line for each
 * way, with who writes it so.
 */
import { type FieldPath, parseFieldPath } from "./field-path.ts";
import { itemPath } from "./item-path.ts";

/** Members that may hold more of the places below: an envelope's details, FastAPI's `HTTPException(detail)`. */
export const holders = ["details", "detail", "error", "data"] as const;

/** A member that holds field errors: a list of items, or a record by field. */
export interface Place {
  member: string;
  /** `list`: reads no record here. `words`: reads a record only if it can be nothing but messages by field. */
  only?: "list" | "words";
}

/** In this order, since one body may have several. */
export const places: readonly Place[] = [
  { member: "fields" }, // many
  { member: "errors" }, // Laravel, Rails, ASP.NET, Spring, JSON:API, RFC 9457, Mongoose, express-validator
  { member: "fieldErrors" }, // zod's flattenError
  { member: "issues" }, // zod, valibot, Standard Schema
  { member: "violations" }, // Symfony, API Platform, Zalando's problem library, Quarkus
  { member: "fieldViolations" }, // google.rpc.BadRequest
  { member: "invalid-params" }, // RFC 7807, 3
  { member: "invalidFields" }, // Adyen
  { member: "userErrors" }, // Shopify
  { member: "causes" }, // Kubernetes' StatusDetails
  { member: "validation" }, // Fastify's error.validation
  { member: "inner" }, // yup's ValidationError
  { member: "ModelState" }, // ASP.NET Web API 2
  { member: "zodError" }, // tRPC's documented errorFormatter
  { member: "detail" }, // FastAPI
  { member: "details" }, // Google, Azure, PayPal, Joi
  { member: "error", only: "list" }, // Express with zod's issues
  { member: "message", only: "list" }, // NestJS with class-validator's errors
  { member: "data", only: "words" }, // PocketBase
];

/** How an item of a list names its field and holds its words. */
export interface ItemShape {
  /** The member that names the field. */
  field: string;
  /** Members that hold the words, the best first, tried before `usualWords`. Of a record, the first words count. */
  words?: readonly string[];
  /** A member that tells this shape from others with the same `field`. */
  beside?: string;
  /** Reads the field's spelling, if it is not a plain path. */
  read?: (spelling: unknown, item: unknown) => FieldPath;
  /** The member with items for fields inside this one. */
  within?: string;
  /** Whether an error itself may be such an item: its message is then the words. */
  whole?: boolean;
}

/** The usual names in apps that build a list by themselves. */
export const usualWords = ["message", "detail", "msg", "reason"];

/** The first line whose `field` is there decides: an item with `path: []` names no field, whatever else it has. */
export const itemShapes: readonly ItemShape[] = [
  // GraphQL, 7.1.2: its path is one in the answer, not in the input.
  { field: "locations", read: () => [] },
  // class-validator, ValidationError
  { field: "property", beside: "constraints", words: ["constraints"], within: "children" },
  { field: "property", beside: "children", within: "children" },
  // jsonschema (npm): instance.items[0].name
  { field: "property", read: itemPath.belowInstance },
  // AJV 8, and 6
  { field: "instancePath", read: itemPath.withNamedProperty },
  { field: "dataPath", read: itemPath.withNamedProperty },
  // JSON:API 1.1, error objects
  { field: "source.pointer", words: ["detail", "title"], read: itemPath.inJsonApiDocument },
  { field: "source.parameter", words: ["detail", "title"] },
  // RFC 9457, 3
  { field: "pointer", words: ["detail"] },
  // FastAPI, and pydantic's errors()
  { field: "loc", words: ["msg"], read: itemPath.belowRequestPart },
  // Symfony's ConstraintViolationListNormalizer (title), API Platform (message)
  { field: "propertyPath", words: ["message", "title"] },
  // FluentValidation, ValidationFailure
  { field: "propertyName", words: ["errorMessage"] },
  // drf-standardized-errors
  { field: "attr", words: ["detail"] },
  // PayPal: with or without a leading slash
  { field: "field", beside: "issue", words: ["description", "issue"], read: itemPath.withSlashes },
  // google.rpc.BadRequest: localizedMessage is meant for people
  { field: "field", words: ["localizedMessage.message", "description"], whole: true },
  // Spring's FieldError. Also Bean Validation's violations, VineJS, Kubernetes, Square with the usual words
  { field: "field", words: ["defaultMessage"] },
  // express-openapi-validator
  { field: "path", beside: "errorCode", read: itemPath.belowRequestPart },
  // zod, Standard Schema, Joi, yup, TypeBox, express-validator 7 (msg)
  { field: "path" },
  // Azure and OData
  { field: "target", whole: true },
  // Stripe, OpenAI; express-validator 6 (msg)
  { field: "param", whole: true },
  // RFC 7807, 3 (reason); Adyen
  { field: "name", words: ["reason"] },
];

/** Members of an item that hold further items, whose fields are spelt as whole paths. */
export const furtherItems = [
  "fieldViolations", // google.rpc.Status: details[]
  "debug.fieldViolations", // Connect's JSON of the same
  "details", // Azure: an error's details are errors
];

/** An object that stands for words in a record by field: it is an error, not fields inside the field. */
export interface ErrorObject {
  words: string;
  /** Members that must be there too, each with a name such as `required`. */
  beside: readonly string[];
  /** Whether it may have other members. */
  open?: boolean;
}

export const errorObjects: readonly ErrorObject[] = [
  { words: "message", beside: ["kind", "path"], open: true }, // Mongoose, ValidatorError and CastError
  { words: "msg", beside: ["path", "location"], open: true }, // express-validator, mapped()
  { words: "message", beside: ["code"] }, // Django's as_json, Django REST's get_full_details, PocketBase
  { words: "message", beside: ["type"] }, // react-hook-form's FieldError
  { words: "message", beside: [] }, // an app's own
];

/** Keys of a record that stand for the whole record. */
export const wholeKeys: ReadonlySet<string> = new Set([
  "", // ASP.NET
  "_errors", // zod's formatError
  "non_field_errors", // Django REST
  "nonFieldErrors", // the same through djangorestframework-camel-case
  "__all__", // Django
]);

/** The path that a record's key stands for. */
export function keyPath(key: string): FieldPath {
  return wholeKeys.has(key) ? [] : parseFieldPath(key);
}
