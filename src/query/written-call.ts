import { hashKey } from "@tanstack/react-query";
import type { ApiError } from "../error/api-error.ts";
import { readProperty } from "../error/read-property.ts";
import type { Api } from "../fetcher/create-api.ts";
import { fillPath, formatQuery, parseRoute, type Query } from "../fetcher/route.ts";
import { toComparableBody } from "./comparable-body.ts";

/** What a mutation writes and where, as far as that tells two of them apart. */
export interface WrittenCall {
  api: string;
  method: string;
  /** With its query string, the parameters in one order. */
  url: string;
  /** The whole of what is sent; undefined where it cannot be compared. */
  content: string | undefined;
  /** The members that a body of JSON sets, by their paths. */
  members: ReadonlySet<string>;
}

interface WriteVariables {
  params?: Readonly<Record<string, unknown>>;
  query?: Query;
  body?: unknown;
  idempotencyKey?: boolean | string;
}

function isVariables(value: unknown): value is WriteVariables {
  return typeof value === "object" && value !== null;
}

/** Says what a call writes; undefined where the call itself would be refused. Never throws. */
export function describeWrite(
  { name }: Pick<Api, "name">,
  route: string,
  variables: unknown,
): WrittenCall | undefined {
  try {
    const { method, template } = parseRoute(route);
    const { params, query, body, idempotencyKey } = isVariables(variables) ? variables : {};
    const search = new URLSearchParams(formatQuery(query));
    search.sort();
    const key = typeof idempotencyKey === "string" ? idempotencyKey : null;
    const comparable = body === undefined ? { content: null } : toComparableBody(body);
    return {
      api: name,
      method,
      url: `${fillPath(template, params)}?${search}`,
      content: comparable && hashKey([comparable.content, key]),
      members: new Set(membersOf(comparable?.content, "")),
    };
  } catch {
    return undefined;
  }
}

function membersOf(content: unknown, path: string): string[] {
  const isObject = typeof content === "object" && content !== null && !Array.isArray(content);
  if (!isObject) return path === "" ? [] : [path];
  return Object.entries(content).flatMap(([name, value]) =>
    membersOf(value, `${path}/${encodeURIComponent(name)}`),
  );
}

/**
 * Names what would be sent again, so that nothing is lost and nothing sent twice: the newest PUT stands for all of its
 * URL, since what was put there before is out of date; of all others those that are equal are one.
 */
export function keyOfWrite({ api, method, url, content }: WrittenCall): string | undefined {
  if (method === "PUT") return hashKey([api, method, url]);
  return content === undefined ? undefined : hashKey([api, method, url, content]);
}

/**
 * Whether a write that succeeded has made an earlier one that failed out of date, so that it must not be sent over it.
 * A PUT is by any PUT of its URL; a PATCH by a PATCH that set all of its members, or by a PUT, which set all there is;
 * any other by its equal.
 */
export function isOvertaken(failed: WrittenCall, success: WrittenCall): boolean {
  if (failed.api !== success.api || failed.url !== success.url) return false;
  if (success.method === "PUT" && (failed.method === "PUT" || failed.method === "PATCH"))
    return true;
  if (failed.method !== success.method) return false;
  if (failed.content !== undefined && failed.content === success.content) return true;
  const { members } = failed;
  return (
    failed.method === "PATCH" &&
    members.size > 0 &&
    [...members].every((member) => success.members.has(member))
  );
}

/** How a mutation's function says what it writes, so that whoever has the mutation can ask. */
const describe = "~write";

type DescribesWrite = (variables: unknown) => WrittenCall | undefined;

export function withDescription<Send extends (...args: never[]) => unknown>(
  send: Send,
  describeVariables: DescribesWrite,
): Send {
  return Object.assign(send, { [describe]: describeVariables });
}

interface AnyMutation {
  mutationId: number;
  options: { mutationFn?: unknown; mutationKey?: readonly unknown[] | undefined };
  state: { variables: unknown };
}

/** What a mutation of `apiMutationOptions` writes; undefined for any other. */
export function writeOf({ options, state }: AnyMutation): WrittenCall | undefined {
  const describeVariables = readProperty(options.mutationFn, describe);
  return isDescribing(describeVariables) ? describeVariables(state.variables) : undefined;
}

function isDescribing(value: unknown): value is DescribesWrite {
  return typeof value === "function";
}

/**
 * {@link keyOfWrite} of any mutation; undefined where it is like no other. Nothing is known of what another one than the
 * kit's sends but its variables, all of them. Never throws.
 */
export function keyOfMutation(error: ApiError, mutation: AnyMutation): string | undefined {
  const write = writeOf(mutation);
  if (write) return keyOfWrite(write);
  const { mutationKey } = mutation.options;
  const { variables } = mutation.state;
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
  if (typeof value === "function" || typeof value === "bigint") return false;
  if (typeof value !== "object" || value === null) return true;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (!Array.isArray(value) && prototype !== Object.prototype && prototype !== null) return false;
  return Object.values(value).every(isPlain);
}
