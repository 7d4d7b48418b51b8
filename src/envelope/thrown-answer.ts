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

/** Where libraries keep an answer's status. tRPC's own comes before its batch's, which is 207. */
const statuses = [
  "response.status", // axios, ky, ofetch, SuperAgent, urql, Apollo 4
  "data.httpStatus", // tRPC
  "meta.response.status", // tRPC, where no procedure answered
  "networkError.statusCode", // Apollo 3
  "statusCode",
  "status", // oRPC, a Response, the reference's own example
];

/** Where they keep its headers. */
const headerLists = [...answers.map((answer) => `${answer}.headers`), "headers"];

/** Where they keep its body, parsed or as text. */
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
  "error", // what openapi-fetch and hey-api resolve with
];

/** What an error may tell itself, beside all that libraries hang on theirs, such as the headers that were sent. */
const ownMembers = ["code", "message", "requestId", "details", "errors", "fields", "issues"];

/** More than any answer has. */
const maxHeaders = 200;

/**
 * The answer that a thrown value holds, tells of or is. Its status is 0 where none is known, as of a body that was thrown by
 * itself. Undefined where there is neither a status nor anything that may be an answer's body. Never throws.
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
  // What a procedure's error says itself comes from its server, beside the data that was sent along. Another error's words
  // are its app's, and count where the body has none.
  const members = parseJsonObject(body);
  const told = isOfProcedure(thrown)
    ? { ...members, ...own(thrown, ["code", "message"]), stack: undefined }
    : { ...own(thrown, ownMembers), ...members };
  return { ...answer, body: told };
}

/** tRPC's have the shape that the server gave them, oRPC's say whether they are in the contract. */
function isOfProcedure(thrown: unknown): boolean {
  return isObject(memberAt(thrown, "shape")) || typeof memberAt(thrown, "defined") === "boolean";
}

/** Apollo's and urql's lists of what a GraphQL server said. */
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

/** These members, each by itself: one that throws must not take the others away. */
function own(thrown: unknown, names: readonly string[]): Record<string, unknown> {
  return withoutUndefined(
    Object.fromEntries(names.map((name) => [name, copyMember(memberAt(thrown, name))])),
  );
}

function copyMember(value: unknown): unknown {
  if (typeof value === "string") return value.length > maxErrorBodyBytes ? undefined : value;
  return isData(value) ? copyBody(value)?.body : value;
}

/** As the platform's own: axios's and the platform's are lists of pairs, SuperAgent's are a record. */
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
    // What is there cannot be walked, or no further.
  }
  return headers;
}

function addHeader(headers: Headers, name: unknown, value: unknown): void {
  if (typeof name !== "string" || (typeof value !== "string" && !Array.isArray(value))) return;
  try {
    headers.append(name, String(value));
  } catch {
    // No header's name, or no header's value.
  }
}

function isIterable(value: unknown): value is Iterable<unknown> {
  return typeof readProperty(value, Symbol.iterator) === "function";
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

/** What stands beside no answer must be an error's to be one. */
function isErrorStatus(value: unknown): value is number {
  return isStatus(value) && value >= 400;
}
