import type {
  Mutation,
  MutationCache,
  Query,
  QueryCache,
  QueryClient,
} from "@tanstack/react-query";
import type { ApiError } from "../error/api-error.ts";
import { isApiError } from "../error/is-api-error.ts";
import { isHandled, noteFollower } from "./handled-failures.ts";
import { mutationRetryKey } from "./mutation-retry-key.ts";

type AnyQuery = Query<unknown, unknown, unknown>;
type AnyMutation = Mutation<unknown, unknown, unknown, unknown>;

export interface FailureWatch {
  /** A failure that nothing on the screen tells of. `retry` does the same thing again, and `retryKey` says which. */
  onUnseen(error: ApiError, retry: () => Promise<unknown>, retryKey: string): void;
  /** A call of this route has just succeeded. */
  onSuccess(route: string): void;
}

/**
 * Watches a client for failures that nobody handles: a refetch that fails while older data shows, and a mutation whose
 * app has no `onError`, does not await it and does not have it thrown to a boundary.
 * `meta: { errorToast: true | false }` decides instead where it is set.
 * @returns a function that ends the watch
 */
export function watchFailures(client: QueryClient, watch: FailureWatch): () => void {
  const queries: QueryCache = client.getQueryCache();
  const mutations: MutationCache = client.getMutationCache();

  const stopQueries = queries.subscribe((event) => {
    if (event.type !== "updated") return;
    const query: AnyQuery = event.query;
    // Data that the app put into the cache itself is no answer.
    if (event.action.type === "success" && !event.action.manual) tellSuccess(query.queryKey);
    // The event's own error may be a copy, which has been revived in the query meanwhile.
    const { error } = query.state;
    if (event.action.type === "error" && isApiError(error) && isUnseenQuery(query))
      watch.onUnseen(error, refetch(queries, query), query.queryHash);
  });

  const stopMutations = mutations.subscribe((event) => {
    noteFollower(event);
    if (event.type !== "updated") return;
    const mutation: AnyMutation = event.mutation;
    if (event.action.type === "success") tellSuccess(mutation.options.mutationKey);
    if (
      event.action.type === "error" &&
      isApiError(event.action.error) &&
      isUnseenMutation(mutation)
    )
      watch.onUnseen(
        event.action.error,
        () => mutations.build(client, mutation.options).execute(mutation.state.variables),
        mutationRetryKey(event.action.error, mutation),
      );
  });

  function tellSuccess(key: readonly unknown[] | undefined): void {
    const route = key?.[1];
    if (typeof route === "string") watch.onSuccess(route);
  }

  return () => {
    stopQueries();
    stopMutations();
  };
}

/**
 * Fetches a query again, or the page of an infinite one that failed. Not by `refetchQueries`, which passes over disabled
 * queries and takes one that waits for a connection for done.
 */
function refetch(queries: QueryCache, { queryHash, state }: AnyQuery): () => Promise<unknown> {
  const { fetchMeta: meta } = state;
  const options = { cancelRefetch: true, ...(meta && { meta }) };
  return async () => queries.get(queryHash)?.fetch(undefined, options);
}

function isUnseenQuery(query: AnyQuery): boolean {
  const forced = query.meta?.["errorToast"];
  if (typeof forced === "boolean") return forced;
  return query.state.data !== undefined && query.getObserversCount() > 0 && !goesToBoundary(query);
}

function goesToBoundary(query: AnyQuery): boolean {
  return query.observers.some(({ options: { throwOnError } }) =>
    typeof throwOnError === "function"
      ? query.state.error !== null && throwOnError(query.state.error, query)
      : throwOnError === true,
  );
}

function isUnseenMutation(mutation: AnyMutation): boolean {
  const forced = mutation.meta?.["errorToast"];
  return typeof forced === "boolean" ? forced : !isHandled(mutation);
}
