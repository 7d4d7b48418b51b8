import { memberAt } from "../error/member-at.ts";
import { type FieldPath, parseFieldPath } from "./field-path.ts";

/** Ways in which an item's spelling of its field is more than a path, or less. */
export const itemPath = {
  belowInstance,
  belowRequestPart,
  inJsonApiDocument,
  withNamedProperty,
  withSlashes,
};

/** Where in the request a field was, which is not which one it is: FastAPI's `["body", "name"]`, `/body/name`. */
const requestParts = new Set<unknown>(["body", "query", "path", "header", "cookie", "form"]);

function belowRequestPart(spelling: unknown): FieldPath {
  const path = parseFieldPath(spelling);
  // A part alone may be a field of that name, as pydantic's errors() have no part before it.
  return path.length > 1 && requestParts.has(path[0]) ? path.slice(1) : path;
}

function belowInstance(spelling: unknown): FieldPath {
  const path = parseFieldPath(spelling);
  return path[0] === "instance" ? path.slice(1) : path;
}

/** `/data/attributes/email` is `email`, `/data/relationships/author/data/id` is `author.id` (JSON:API 1.1, 7.2). */
function inJsonApiDocument(pointer: unknown): FieldPath {
  const path = parseFieldPath(pointer);
  const [document, group, name, linkage, ...rest] = path;
  if (document !== "data") return path;
  if (group === "attributes") return path.slice(2);
  if (group !== "relationships" || linkage !== "data")
    return path.slice(group === "relationships" ? 2 : 1);
  return name === undefined ? [] : [name, ...rest];
}

/** What is missing, or is too much, stands beside the path of the object that it is missing in (AJV's `params`). */
const namedProperties = [
  "params.missingProperty",
  "params.additionalProperty",
  "params.unevaluatedProperty",
  "params.propertyName",
];

function withNamedProperty(spelling: unknown, item: unknown): FieldPath {
  const named = namedProperties.map((member) => memberAt(item, member));
  const name = named.find((value) => typeof value === "string");
  return [...parseFieldPath(spelling), ...parseFieldPath(name)];
}

/** `purchase_units/0/amount` */
function withSlashes(spelling: unknown): FieldPath {
  const isPointer = typeof spelling === "string" && spelling.includes("/");
  return parseFieldPath(isPointer ? spelling.replace(/^\/?/, "/") : spelling);
}
