import { hashKey } from "@tanstack/react-query";
import type { ApiError } from "../error/api-error.ts";
import { parseRoute } from "../error/route-form.ts";
import type { Api } from "../fetcher/api.ts";
import { fillPath, formatQuery } from "../fetcher/route.ts";
import type { AttemptRequest } from "./begun-request.ts";
import { toComparableBody } from "./comparable-body.ts";

/** What a mutation writes and where, as far as that tells mutations apart. */
export interface WrittenCall {
  api: string;
  method: string;
  /** With its query string, parameters sorted. */
  url: string;
  /** The mutation's own headers, which may mean another place: another tenant's, another version's. */
  headers: string;
  /** The whole content; undefined if it cannot be compared. */
  content: string | undefined;
  /** The paths of the members that a JSON body, or a form, sets. */
  members: readonly string[];
}

/** Headers that make a write depend on the current state (RFC 9110, 13.1): they do not mean another place. */
const conditions = new Set([
  "if-match",
  "if-none-match",
  "if-modified-since",
  "if-unmodified-since",
]);

/** Everything in a call that tells two writes apart. */
interface Writing {
  api: Pick<Api, "name">;
  route: string;
  request: Pick<
    AttemptRequest<unknown>,
    "params" | "query" | "body" | "headers" | "idempotencyKey"
  >;
}

/** Describes what a call writes; undefined if the fetcher would refuse the call. Never throws. */
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
  // An empty object is set as a whole.
  if (entries.length === 0) return path === "" ? [] : [path];
  return entries.flatMap(([name, value]) => leavesOf(value, `${path}/${encodeURIComponent(name)}`));
}

/**
 * A key for what would be sent again, so that nothing is lost and nothing sent twice. All PUTs of a URL have one key,
 * since the newest makes the others out of date. Other writes have the same key if they are equal.
 */
export function keyOfWrite(write: WrittenCall): string | undefined {
  const { api, method, url, headers, content } = write;
  if (method === "PUT") return hashKey([api, method, url, headers]);
  return content === undefined ? undefined : hashKey([api, method, url, headers, content]);
}

/**
 * Whether a later success has made a failed write out of date, so that it must not be sent any more. Any PUT of the
 * same URL does this to a PUT and a PATCH; a PATCH that set all of its members, to a PATCH; an equal write, to any
 * write.
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

/** Whether one member is the other, or is inside it: setting the outer one sets the inner one too. */
function isWithin(one: string, other: string): boolean {
  return one === other || one.startsWith(`${other}/`) || other.startsWith(`${one}/`);
}

interface AnyMutation {
  mutationId: number;
  options: { mutationFn?: unknown; mutationKey?: readonly unknown[] | undefined };
  state: { variables: unknown };
}

/**
 * What a mutation of the app's own writes, as far as it can be compared with others of its key or hook: by its
 * variables, since nothing else is known of what it sends.
 * @param hook the name of the hook that observes the mutation, if there is one
 */
export function plainWriteOf(mutation: AnyMutation, hook?: string): WrittenCall | undefined {
  const { mutationKey } = mutation.options;
  const { variables } = mutation.state;
  try {
    const url = mutationKey ? hashKey(mutationKey) : hook;
    if (url === undefined || variables === undefined || !isPlain(variables)) return undefined;
    return { api: "", method: "", url, headers: "", content: hashKey([variables]), members: [] };
  } catch {
    // The key or the variables contain a cycle, or are deeper than the stack.
    return undefined;
  }
}

/**
 * {@link keyOfWrite} for a mutation of the app's own; undefined if it equals no other. Only its variables are known of
 * what it sends. Without variables it sends what its function holds, and each render makes a new function: the function
 * is the key. Never throws.
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
    // The variables contain a cycle, or are deeper than the stack.
    return undefined;
  }
}

/** Whether JSON holds the whole value. It does not for files: any two have the same JSON. */
function isPlain(value: unknown): boolean {
  if (typeof value === "number") return Number.isFinite(value) && !Object.is(value, -0);
  if (typeof value !== "object") return typeof value === "string" || typeof value === "boolean";
  if (value === null) return true;
  if (Array.isArray(value)) return Array.from(value).every(isPlain);
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return false;
  return Object.values(value).every((member) => member === undefined || isPlain(member));
}
