import type { Mutation, Query, QueryClient } from "@tanstack/react-query";
import { type ApiError, reviveApiError } from "../error/api-error.ts";
import { sessionOf } from "./client-session.ts";

type AnyQuery = Pick<Query<unknown, unknown, unknown>, "state" | "setState">;
type AnyMutation = Pick<Mutation<unknown, unknown, unknown, unknown>, "state">;

/**
 * Turns copies of errors in a client's caches back into `ApiError`s. JSON and `structuredClone` make such copies in
 * `dehydrate`, persisters and streamed promises. It revives what is there now, and later copies before anybody renders
 * them. Other errors stay as they are. Works once per client, for as long as that lives.
 *
 * The rejection of a streamed promise itself, and what the caches' own `onError` get, stay copies.
 */
export function reviveErrors(client: QueryClient): void {
  if (!sessionOf(client).startReviving()) return;
  const queries = client.getQueryCache();
  const mutations = client.getMutationCache();
  // Both caches emit an event before its cause goes on.
  queries.subscribe((event) => {
    if (event.type === "added" || event.type === "updated") reviveQuery(event.query);
  });
  // From outside, a mutation gets a state only when it is built.
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
 * Revives a state's error and its last failure. After a final failure these are the same object, of which JSON made
 * two.
 * @returns undefined if neither is a copy
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

/** The `ApiError` of a copy; undefined for all else, such as a live error of another copy of the kit. */
function reviveCopy(value: unknown): ApiError | undefined {
  return isLive(value) ? undefined : reviveApiError(value);
}

/**
 * Whether the error has methods, which a copy lacks. `instanceof` would not do: two copies of the kit on one client
 * would revive each other's errors for ever, and some serialisers make an Error of the copy.
 */
function isLive(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  try {
    return typeof Reflect.get(value, "toJSON") === "function";
  } catch {
    return true;
  }
}
