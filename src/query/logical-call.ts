import { newKey } from "../fetcher/call.ts";
import { type CallProgress, startProgress } from "../retry/call-progress.ts";

/** What all attempts of one query fetch or one mutation have in common. */
export interface LogicalCall {
  progress: CallProgress;
  idempotencyKey: string | undefined;
}

const calls = new WeakMap<object, LogicalCall>();

/**
 * Gives the call that an attempt belongs to.
 * @param token what TanStack Query keeps for one call and makes anew for the next: a query's `signal`, a mutation's
 * function context
 */
export function logicalCallOf(
  token: object,
  maxAttempts: number,
  idempotencyKey: boolean | string | undefined,
): LogicalCall {
  const known = calls.get(token);
  if (known) return known;
  // An empty key is kept, for the fetcher to refuse.
  const own = idempotencyKey === false ? undefined : idempotencyKey;
  const call = {
    progress: startProgress(maxAttempts),
    idempotencyKey: own === true ? newKey() : own,
  };
  calls.set(token, call);
  return call;
}
