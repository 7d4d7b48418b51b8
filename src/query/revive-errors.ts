import type { Mutation, Query, QueryClient } from "@tanstack/react-query";
import { type ApiError, reviveApiError } from "../error/api-error.ts";
import { sessionOf } from "./client-session.ts";

type AnyQuery = Pick<Query<unknown, unknown, unknown>, "state" | "setState">;
type AnyMutation = Pick<Mutation<unknown, unknown, unknown, unknown>, "state">;

/**
 * Makes every failure that a client's caches hold an `ApiError` again where JSON or `structuredClone` has made a copy
 * of it, as `dehydrate`, persisters and streamed promises do: what is there now, and whatever is put there later, before
 * anybody renders it. Other errors stay what they are. Once for a client, for as long as it lives.
 *
 * What a streamed promise itself is rejected with, and what the caches' own `onError` are told, stays the copy.
 */
export function reviveErrors(client: QueryClient): void {
  if (!sessionOf(client).startReviving()) return;
  const queries = client.getQueryCache();
  const mutations = client.getMutationCache();
  // Both caches tell of an event before whoever caused it goes on.
  queries.subscribe((event) => {
    if (event.type === "added" || event.type === "updated") reviveQuery(event.query);
  });
  // From outside a mutation is given a state only when it is built.
  mutations.subscribe((event) => {
    if (event.type === "added") reviveMutation(event.mutation);
  });
  for (const query of queries.getAll()) reviveQuery(query);
  for (const mutation of mutations.getAll()) reviveMutation(mutation);
}

function reviveQuery(query: AnyQuery): void {
  const { error, fetchFailureReason } = query.state;
  const revived = reviveBoth(error, fetchFailureReason);
  if (revived) query.setState({ error: revived.error, fetchFailureReason: revived.reason });
}

function reviveMutation(mutation: AnyMutation): void {
  const { error, failureReason } = mutation.state;
  const revived = reviveBoth(error, failureReason);
  if (!revived) return;
  mutation.state = { ...mutation.state, error: revived.error, failureReason: revived.reason };
}

/**
 * A state's error and the reason of its last failure. Once a call has failed for good they are one and the same, and
 * JSON made two of it.
 * @returns undefined where neither is a copy
 */
function reviveBoth(
  error: unknown,
  reason: unknown,
): { error: unknown; reason: unknown } | undefined {
  const [newError, newReason] = [reviveCopy(error), reviveCopy(reason)];
  if (!newError && !newReason) return undefined;
  const isSame = newError?.at === newReason?.at;
  return { error: newError ?? error, reason: (isSame ? newError : newReason) ?? reason };
}

/** The `ApiError` that a copy stands for; undefined for all else, live errors of another copy of the kit included. */
function reviveCopy(value: unknown): ApiError | undefined {
  return isLive(value) ? undefined : reviveApiError(value);
}

/**
 * A copy has no methods. `instanceof` would tell less: two copies of the kit on one client would revive each other's
 * errors for ever, and some serialisers make an Error of the copy.
 */
function isLive(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  try {
    return typeof Reflect.get(value, "toJSON") === "function";
  } catch {
    return true;
  }
}
