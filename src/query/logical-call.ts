import type { QueryClient } from "@tanstack/react-query";
import { newKey } from "../fetcher/call.ts";
import { type CallProgress, startProgress } from "../retry/call-progress.ts";
import { sessionOf } from "./client-session.ts";

/** What all attempts of one query fetch or one mutation have in common. */
export interface LogicalCall {
  progress: CallProgress;
  idempotencyKey: string | undefined;
}

/** What a call begins with. */
export interface CallStart {
  client: QueryClient;
  maxAttempts: number;
  idempotencyKey: boolean | string | undefined;
  /** The call that is sent again by hand: for the same person, with the same idempotency key. */
  resumed?: LogicalCall | undefined;
}

const calls = new WeakMap<object, LogicalCall>();

/**
 * Gives the call that an attempt belongs to.
 * @param token what TanStack Query keeps for one call and makes anew for the next: a query's `signal`, a mutation's
 * function context
 */
export function logicalCallOf(token: object, start: CallStart): LogicalCall {
  const call = calls.get(token) ?? beginCall(start);
  calls.set(token, call);
  return call;
}

/** The next attempt with this token is another call's: of a query with pages, the next page's. */
export function endLogicalCall(token: object): void {
  calls.delete(token);
}

function beginCall({ client, maxAttempts, idempotencyKey, resumed }: CallStart): LogicalCall {
  const progress = startProgress(maxAttempts);
  progress.owner = resumed?.progress.owner;
  progress.isForgotten = sessionOf(client).sinceNow();
  // An empty key is kept, for the fetcher to refuse.
  const own = idempotencyKey === false ? undefined : idempotencyKey;
  return {
    progress,
    idempotencyKey: resumed?.idempotencyKey ?? (own === true ? newKey() : own),
  };
}

const resumedCall = Symbol("resumedCall");

/** Meta for a mutation that sends a call again. Query hands the object that is there when it starts on to the mutation's function. */
export function metaOfResumed(
  meta: Readonly<Record<string, unknown>> | undefined,
  call: LogicalCall | undefined,
): Record<string, unknown> {
  return Object.assign({ ...meta }, call && { [resumedCall]: call });
}

/** The call that a mutation sends again, if it does. */
export function resumedIn(meta: object | undefined): LogicalCall | undefined {
  const call: unknown = meta && Reflect.get(meta, resumedCall);
  return isLogicalCall(call) ? call : undefined;
}

function isLogicalCall(value: unknown): value is LogicalCall {
  return typeof value === "object" && value !== null && "progress" in value;
}
