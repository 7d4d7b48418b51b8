import {
  type Mutation,
  type MutationCache,
  notifyManager,
  type Query,
  type QueryCache,
  type QueryClient,
} from "@tanstack/react-query";
import type { ErrorReader } from "../envelope/error-reader.ts";
import type { ApiError } from "../error/api-error.ts";
import type { ApiSuccess } from "../error/api-success.ts";
import type { UnsentCall } from "../error/unsent-call.ts";
import { sessionOf } from "./client-session.ts";
import { refetch } from "./waiting-query.ts";
import { WriteHistory, type Written } from "./write-history.ts";

type AnyQuery = Query<unknown, unknown, unknown>;
type AnyMutation = Mutation<unknown, unknown, unknown, unknown>;

export interface FailureWatch {
  /** Reads what queries and mutations fail with, whatever client they call. */
  toApiError: ErrorReader;
  /** Whether a card on the screen shows this, asked once React has drawn what it was told of. */
  isShown(error: unknown): boolean;
  /**
   * A failure that nothing on the screen tells of.
   * @param sending absent where it must not be sent again, since a later write has taken its place
   */
  onUnseen(error: ApiError, sending?: UnsentCall): void;
  /** A call of this route has just succeeded. */
  onSuccess(api: string, route: string): void;
  /** What was read under this key of {@link UnsentCall} has just worked. */
  onReadWorked(key: unknown): void;
  /** Nothing is read under this key any more. */
  onReadGone(key: unknown): void;
  /** A call of this API has just succeeded, whoever made it. */
  onApiWorked(api: string, success: ApiSuccess): void;
  /** A write has succeeded, which may have put earlier ones that failed out of date. */
  onWritten(written: Written): void;
  /**
   * The person has gone, and with them all that was told of so far.
   * @param isSignOut whether nobody has come in their place yet, whose calls would have to go on
   */
  onForget(isSignOut: boolean): void;
}

/**
 * Watches a client for failures that nobody handles, of whatever hook and API client: a refetch that fails while older data
 * shows, and a mutation of `useApiMutation` whose app has no `onError`, does not await it and does not have it thrown to a
 * boundary.
 * `meta: { errorToast: true | false }` decides instead where it is set. What was begun by a person who has gone is not
 * told of. Neither is what a card shows, which React draws only after the failure.
 * @returns a function that ends the watch
 */
export function watchFailures(client: QueryClient, watch: FailureWatch): () => void {
  const queries: QueryCache = client.getQueryCache();
  const mutations: MutationCache = client.getMutationCache();
  const session = sessionOf(client);
  const history = new WriteHistory(client, session);
  /** What was under way when the person signed out: a mutation, or the promise of a query's fetch. */
  let forgotten = new WeakSet<object>();
  let isOver = false;
  /** Of this client alone: another one's queries may have the same hash. */
  const keyOf = ({ queryHash }: AnyQuery) => `${session.order.of(client)} ${queryHash}`;

  const stopQueries = queries.subscribe((event) => {
    const query: AnyQuery = event.query;
    if (event.type === "removed") watch.onReadGone(keyOf(query));
    if (event.type !== "updated") return;
    // Data that the app put into the cache itself is no answer.
    if (event.action.type === "success" && !event.action.manual) {
      watch.onReadWorked(keyOf(query));
      tellSuccess(query.queryKey);
    }
    if (event.action.type !== "error") return;
    // The event's own error may be a copy, which has been revived in the query meanwhile.
    const { error: thrown } = query.state;
    const error = watch.toApiError(thrown);
    // A refetch that was not sent has nothing to tell: what holds it back is told of already.
    if (error.code === "HELD_BACK" && query.state.data !== undefined) return;
    if (!isUnseenQuery(query)) return;
    const { promise } = query;
    tellOnceDrawn(query.getObserversCount() > 0, () => {
      if (isOver || query.state.status === "success" || isShown(thrown, error)) return;
      if (isForgotten(promise, error)) return;
      watch.onUnseen(error, { send: refetch(queries, query), key: keyOf(query), isRead: true });
    });
  });

  const stopMutations = mutations.subscribe((event) => {
    history.note(event);
    session.handling.note(event);
    if (event.type !== "updated") return;
    const mutation: AnyMutation = event.mutation;
    if (event.action.type === "success") {
      tellSuccess(mutation.options.mutationKey);
      noteWritten(mutation);
    }
    if (event.action.type === "error") noteFailed(mutation, event.action.error);
  });

  function tellSuccess(key: readonly unknown[] | undefined): void {
    const [api, route] = key ?? [];
    if (typeof api === "string" && typeof route === "string") watch.onSuccess(api, route);
  }

  function noteWritten(mutation: AnyMutation): void {
    const success = history.noteWritten(mutation);
    if (success) watch.onWritten(success);
  }

  function noteFailed(mutation: AnyMutation, thrown: unknown): void {
    const error = watch.toApiError(thrown);
    // It is saved, and something that followed it failed: sent again it would be done twice.
    const isDone = session.isAfterSuccess(error);
    if (isDone) noteWritten(mutation);
    const forced = mutation.meta?.["errorToast"];
    const isUnseen = typeof forced === "boolean" ? forced : !session.handling.isHandled(mutation);
    if (!isUnseen) return;
    history.awaitTelling(mutation);
    tellOnceDrawn(history.isFollowed(mutation), () => {
      const sending = history.sendingOf(mutation, error);
      if (isOver || isShown(thrown, error) || isForgotten(mutation, error)) return;
      watch.onUnseen(error, isDone ? undefined : sending);
    });
  }

  /**
   * Query hands React what is new at its next tick, and React has drawn it at the one after that.
   * @param isFollowed whether a component is told of it
   */
  function tellOnceDrawn(isFollowed: boolean, tell: () => void): void {
    if (!isFollowed) {
      tell();
      return;
    }
    notifyManager.schedule(() => setTimeout(tell));
  }

  function isShown(thrown: unknown, error: ApiError): boolean {
    return watch.isShown(thrown) || watch.isShown(error);
  }

  function isForgotten(begun: object | undefined, error: ApiError): boolean {
    return (begun !== undefined && forgotten.has(begun)) || session.isOfAnotherPerson(error);
  }

  const stopSession = session.onForget((isSignOut) => watch.onForget(isSignOut));
  const stopSignOuts = session.onSignOut(() => {
    const underWay = [...mutations.getAll(), ...queries.getAll().map(({ promise }) => promise)];
    forgotten = new WeakSet(underWay.filter((begun) => begun !== undefined));
  });
  const stopHearing = session.hearClear();
  const stopSuccesses = session.onSuccess((api, success) => watch.onApiWorked(api, success));

  return () => {
    isOver = true;
    stopSuccesses();
    stopQueries();
    stopMutations();
    stopSession();
    stopSignOuts();
    stopHearing();
  };
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
