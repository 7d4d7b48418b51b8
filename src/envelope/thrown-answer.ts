import { isStatus } from "../error/kind-from-status.ts";
import { memberAt } from "../error/member-at.ts";
import { readProperty } from "../error/read-property.ts";
import { withoutUndefined } from "../error/without-undefined.ts";
import type { ErrorAnswer } from "./error-from-response.ts";
import { firstMember } from "./first-member.ts";
import { parseJsonObject } from "./json-object.ts";
import { maxErrorBodyBytes } from "./limited-text.ts";
import { copyBody, isData } from "./parsed-body.ts";

const answers = ["response", "meta.response", "networkError.response"];

/** Where libraries keep an answer's status. tRPC's own comes before that of its batch, which is 207. */
const statuses = [
  "response.status", // axios, ky, ofetch, SuperAgent, urql, Apollo 4
  "data.httpStatus", // tRPC
  "meta.response.status", // tRPC, if no procedure answered
  "networkError.statusCode", // Apollo 3
  "statusCode",
  "status", // oRPC, a Response, the reference's own example
];

/** Where libraries keep the headers. */
const headerLists = [...answers.map((answer) => `${answer}.headers`), "headers"];

/** Where libraries keep the body, parsed or as text. */
const bodies = [
  "response.data", // axios
  "data", // ky 2, ofetch, tRPC, oRPC, an answer of axios
  "response.body", // SuperAgent
  "response.text",
  "networkError.result", // Apollo 3
  "networkError.bodyText",
  "result",
  "bodyText", // Apollo 4
  "info", // SWR's documentation
  "error", // openapi-fetch and hey-api resolve with this
];

/** The members that are read from an error itself. Libraries attach others too, such as the headers that were sent. */
const ownMembers = ["code", "message", "requestId", "details", "errors", "fields", "issues"];

/** More headers than any answer has. */
const maxHeaders = 200;

/**
 * The answer that a thrown value contains, describes or is. Its status is 0 if unknown, for example for a body that was
 * thrown by itself. Undefined if there is neither a status nor anything that may be a body. Never throws.
 */
export function findAnswer(thrown: unknown): ErrorAnswer | undefined {
  const headers = firstMember(thrown, headerLists, isObject);
  const holdsAnswer = headers !== undefined || firstMember(thrown, answers, isObject) !== undefined;
  const status = firstMember(thrown, statuses, holdsAnswer ? isStatus : isErrorStatus) ?? 0;
  const graphql = graphqlErrorsOf(thrown);
  const isBody =
    !holdsAnswer && isData(thrown) && (!Array.isArray(thrown) || isData(memberAt(thrown, "0")));
  if (status === 0 && !graphql && !isBody) return undefined;
  const { text = "", body } = (isBody ? copyBody(thrown) : keptBody(thrown)) ?? {};
  const answer = { status, headers: copyHeaders(headers), text };
  if (graphql) return { ...answer, body: { ...own(thrown, ["message"]), errors: graphql } };
  if (isBody || (holdsAnswer && !isOfProcedure(thrown))) return { ...answer, body };
  // A procedure's error gets its code and message from its server, besides the data. Another error's own words are the
  // app's, and count only for what the body lacks.
  const members = parseJsonObject(body);
  const told = isOfProcedure(thrown)
    ? { ...members, ...own(thrown, ["code", "message"]), stack: undefined }
    : { ...own(thrown, ownMembers), ...members };
  return { ...answer, body: told };
}

/** tRPC's errors have the `shape` that the server gave; oRPC's say whether the contract has them (`defined`). */
function isOfProcedure(thrown: unknown): boolean {
  return isObject(memberAt(thrown, "shape")) || typeof memberAt(thrown, "defined") === "boolean";
}

/** The GraphQL errors in an error of Apollo or urql. */
function graphqlErrorsOf(thrown: unknown): unknown {
  const isApollo4 = memberAt(thrown, "name") === "CombinedGraphQLErrors";
  const list = memberAt(thrown, isApollo4 ? "errors" : "graphQLErrors");
  return memberAt(list, "0") === undefined ? undefined : copyBody(list)?.body;
}

function keptBody(thrown: unknown): ReturnType<typeof copyBody> {
  for (const path of bodies) {
    const kept = copyBody(memberAt(thrown, path));
    if (kept) return kept;
  }
  return undefined;
}

/** Copies each of these members by itself: if one throws, the others stay. */
function own(thrown: unknown, names: readonly string[]): Record<string, unknown> {
  return withoutUndefined(
    Object.fromEntries(names.map((name) => [name, copyMember(memberAt(thrown, name))])),
  );
}

function copyMember(value: unknown): unknown {
  if (typeof value === "string") return value.length > maxErrorBodyBytes ? undefined : value;
  return isData(value) ? copyBody(value)?.body : value;
}

/** Copies headers: axios's and the platform's are lists of pairs, SuperAgent's are a record. */
function copyHeaders(source: unknown): Headers {
  const headers = new Headers();
  let left = maxHeaders;
  try {
    for (const pair of isIterable(source) ? source : Object.entries(Object(source))) {
      if (left === 0) break;
      left -= 1;
      addHeader(headers, readProperty(pair, 0), readProperty(pair, 1));
    }
  } catch {
    // It cannot be iterated, or threw on the way.
  }
  return headers;
}

function addHeader(headers: Headers, name: unknown, value: unknown): void {
  if (typeof name !== "string" || (typeof value !== "string" && !Array.isArray(value))) return;
  try {
    headers.append(name, String(value));
  } catch {
    // The name or the value is invalid.
  }
}

function isIterable(value: unknown): value is Iterable<unknown> {
  return typeof readProperty(value, Symbol.iterator) === "function";
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

/** Without an answer beside it, a status counts only if it is an error's. */
function isErrorStatus(value: unknown): value is number {
  return isStatus(value) && value >= 400;
}
