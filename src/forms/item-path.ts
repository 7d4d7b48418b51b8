import { memberAt } from "../error/member-at.ts";
import { type FieldPath, parseFieldPath } from "./field-path.ts";

/** How to read an item's spelling of its field, if that is not a plain path. */
export const itemPath = {
  belowInstance,
  belowRequestPart,
  inJsonApiDocument,
  withNamedProperty,
  withSlashes,
};

/** Parts of the request, which are not part of the field's name: FastAPI's `["body", "name"]`, `/body/name`. */
const requestParts = new Set<unknown>(["body", "query", "path", "header", "cookie", "form"]);

function belowRequestPart(spelling: unknown): FieldPath {
  const path = parseFieldPath(spelling);
  // Alone, such a part may be a field's name: pydantic's errors() name no part of a request.
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

/** AJV names the object as the path, and a property that it lacks or has too much in `params`. */
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
