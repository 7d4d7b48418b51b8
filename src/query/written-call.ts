import { hashKey } from "@tanstack/react-query";
import type { ApiError } from "../error/api-error.ts";
import { parseRoute } from "../error/route-form.ts";
import type { Api } from "../fetcher/api.ts";
import { fillPath, formatQuery } from "../fetcher/route.ts";
import type { AttemptRequest } from "./begun-request.ts";
import { toComparableBody } from "./comparable-body.ts";

/** What a mutation writes and where, as far as that tells two of them apart. */
export interface WrittenCall {
  api: string;
  method: string;
  /** With its query string, the parameters in one order. */
  url: string;
  /** The mutation's own, which may lead to another place: another tenant's, another version's. */
  headers: string;
  /** The whole of what is sent; undefined where it cannot be compared. */
  content: string | undefined;
  /** The members that a body of JSON, or a form, sets, by their paths. */
  members: readonly string[];
}

/** Headers that make a write depend on what is there (RFC 9110, 13.1): they lead to no other place. */
const conditions = new Set([
  "if-match",
  "if-none-match",
  "if-modified-since",
  "if-unmodified-since",
]);

/** Of what is sent, all that tells two writes apart. */
interface Writing {
  api: Pick<Api, "name">;
  route: string;
  request: Pick<
    AttemptRequest<unknown>,
    "params" | "query" | "body" | "headers" | "idempotencyKey"
  >;
}

/** Says what a call writes; undefined where the call itself would be refused. Never throws. */
export function describeWrite({ api, route, request }: Writing): WrittenCall | undefined {
  try {
    const { method, template } = parseRoute(route);
    const { params, query, body, headers = {}, idempotencyKey } = request;
    const search = new URLSearchParams(formatQuery(query));
    search.sort();
    const named = Object.entries(headers)
      .map(([name, value]): [string, string] => [name.toLowerCase(), value])
      .filter(([name]) => !conditions.has(name));
    const key = typeof idempotencyKey === "string" ? idempotencyKey : null;
    const comparable = body === undefined ? {} : toComparableBody(body);
    return {
      api: api.name,
      method,
      url: `${fillPath(template, params)}?${search}`,
      headers: hashKey([Object.fromEntries(named)]),
      content: comparable && hashKey([comparable, key]),
      members: membersOf(body),
    };
  } catch {
    return undefined;
  }
}

function membersOf(body: unknown): string[] {
  if (body instanceof FormData || body instanceof URLSearchParams)
    return [...new Set(body.keys())].map((name) => `/${encodeURIComponent(name)}`);
  const comparable = toComparableBody(body);
  return comparable && !comparable.sentAs ? leavesOf(comparable.content, "") : [];
}

function leavesOf(content: unknown, path: string): string[] {
  const isObject = typeof content === "object" && content !== null && !Array.isArray(content);
  const entries = isObject ? Object.entries(content) : [];
  // An object without members is set as it is.
  if (entries.length === 0) return path === "" ? [] : [path];
  return entries.flatMap(([name, value]) => leavesOf(value, `${path}/${encodeURIComponent(name)}`));
}

/**
 * Names what would be sent again, so that nothing is lost and nothing sent twice: the newest PUT stands for all of its
 * URL, since what was put there before is out of date; of all others those that are equal are one.
 */
export function keyOfWrite(write: WrittenCall): string | undefined {
  const { api, method, url, headers, content } = write;
  if (method === "PUT") return hashKey([api, method, url, headers]);
  return content === undefined ? undefined : hashKey([api, method, url, headers, content]);
}

/**
 * Whether a write that succeeded has made an earlier one that failed out of date, so that it must not be sent over it.
 * A PUT is by any PUT of its URL; a PATCH by a PATCH that set all of its members, or by a PUT, which set all there is;
 * any other by its equal.
 */
export function isOvertaken(failed: WrittenCall, success: WrittenCall): boolean {
  if (failed.api !== success.api || failed.url !== success.url) return false;
  if (failed.headers !== success.headers) return false;
  if (success.method === "PUT" && (failed.method === "PUT" || failed.method === "PATCH"))
    return true;
  if (failed.method !== success.method) return false;
  if (failed.content !== undefined && failed.content === success.content) return true;
  const { members } = failed;
  return (
    failed.method === "PATCH" &&
    members.length > 0 &&
    members.every((member) => success.members.some((set) => isWithin(member, set)))
  );
}

/** Whether one of two members is the other, or inside of it: whoever sets the outer one sets the inner one too. */
function isWithin(one: string, other: string): boolean {
  return one === other || one.startsWith(`${other}/`) || other.startsWith(`${one}/`);
}

interface AnyMutation {
  mutationId: number;
  options: { mutationFn?: unknown; mutationKey?: readonly unknown[] | undefined };
  state: { variables: unknown };
}

/**
 * What a mutation of the app's own writes, as far as another of its key or hook can be told to be its equal: by its
 * variables, which are all that is known of what it sends.
 * @param hook names the hook that follows the mutation, where one does
 */
export function plainWriteOf(mutation: AnyMutation, hook?: string): WrittenCall | undefined {
  const { mutationKey } = mutation.options;
  const { variables } = mutation.state;
  try {
    const url = mutationKey ? hashKey(mutationKey) : hook;
    if (url === undefined || variables === undefined || !isPlain(variables)) return undefined;
    return { api: "", method: "", url, headers: "", content: hashKey([variables]), members: [] };
  } catch {
    // A key or variables with a cycle, or deeper than the stack.
    return undefined;
  }
}

/**
 * {@link keyOfWrite} of a mutation of the app's own; undefined where it is like no other. Nothing is known of what it
 * sends but its variables, all of them; without any it sends what its function holds, which is another one at each
 * render. Never throws.
 */
export function keyOfPlainWrite(error: ApiError, mutation: AnyMutation): unknown {
  const { mutationFn, mutationKey } = mutation.options;
  const { variables } = mutation.state;
  if (variables === undefined) return mutationFn;
  const { api, method, path } = error;
  try {
    const isNamed = mutationKey !== undefined || path !== undefined;
    return isNamed && isPlain(variables)
      ? hashKey([mutationKey ?? null, api ?? null, method ?? null, path ?? null, variables])
      : undefined;
  } catch {
    // Variables with a cycle, or deeper than the stack.
    return undefined;
  }
}

/** Whether a value is all there in its JSON: two files would have the same. */
function isPlain(value: unknown): boolean {
  if (typeof value === "number") return Number.isFinite(value) && !Object.is(value, -0);
  if (typeof value !== "object") return typeof value === "string" || typeof value === "boolean";
  if (value === null) return true;
  if (Array.isArray(value)) return Array.from(value).every(isPlain);
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return false;
  return Object.values(value).every((member) => member === undefined || isPlain(member));
}
