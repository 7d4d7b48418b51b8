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
import { toCallbackError } from "../error/callback-error.ts";
import type { UnsentCall } from "../error/unsent-call.ts";
import { sessionOf } from "./client-session.ts";
import { refetch } from "./waiting-query.ts";
import { WriteHistory, type Written } from "./write-history.ts";

type AnyQuery = Query<unknown, unknown, unknown>;
type AnyMutation = Mutation<unknown, unknown, unknown, unknown>;

export interface FailureWatch {
  /** Reads the failures of queries and mutations, whatever client they call. */
  toApiError: ErrorReader;
  /** Whether a card on the screen shows this error. Asked after React has rendered the failure. */
  isShown(error: unknown): boolean;
  /**
   * A failure that nothing on the screen shows.
   * @param sending absent if it must not be sent again, because a later write has replaced it or it was saved
   */
  onUnseen(error: ApiError, sending?: UnsentCall): void;
  /** The read with this key of {@link UnsentCall} has just worked. */
  onReadWorked(key: unknown): void;
  /** The query of this key is gone. */
  onReadGone(key: unknown): void;
  /** A call of this API has just succeeded, whoever made it. */
  onApiWorked(api: string, success: ApiSuccess): void;
  /** A write has succeeded, which may have made earlier failed ones out of date. */
  onWritten(written: Written): void;
  /**
   * The person has left, so that all failures so far must go.
   * @param isSignOut false if another person has come, whose calls go on
   */
  onForget(isSignOut: boolean): void;
}

/**
 * Watches a client for failures that nobody handles, of any hook and API client: a refetch that fails while older data
 * shows, and a mutation of `useApiMutation` without an `onError` that the app neither awaits nor throws to a boundary.
 * `meta: { errorToast: true | false }` overrides this. It leaves out what a person who has left began, and what a card
 * shows, which React renders only after the failure.
 * @returns a function that ends the watch
 */
export function watchFailures(client: QueryClient, watch: FailureWatch): () => void {
  const queries: QueryCache = client.getQueryCache();
  const mutations: MutationCache = client.getMutationCache();
  const session = sessionOf(client);
  const history = new WriteHistory(client, session);
  /** What was under way when the person signed out: mutations, and promises of queries' fetches. */
  let forgotten = new WeakSet<object>();
  let isOver = false;
  /** With the client's number: queries of two clients may have the same hash. */
  const keyOf = ({ queryHash }: AnyQuery) => `${session.order.of(client)} ${queryHash}`;

  const stopQueries = queries.subscribe((event) => {
    const query: AnyQuery = event.query;
    if (event.type === "removed") watch.onReadGone(keyOf(query));
    if (event.type !== "updated") return;
    // Data that the app itself put into the cache is no answer.
    if (event.action.type === "success" && !event.action.manual) watch.onReadWorked(keyOf(query));
    if (event.action.type !== "error") return;
    // The event's own error may be a copy, which has been revived in the query's state.
    const { error: thrown } = query.state;
    const error = watch.toApiError(thrown);
    // A refetch that was held back shows nothing: what holds it back is shown already.
    if (error.code === "HELD_BACK" && query.state.data !== undefined) return;
    if (!isUnseenQuery(query)) return;
    const { promise } = query;
    tellOnceDrawn(query.getObserversCount() > 0, () => {
      if (isOver || query.state.status === "success" || isShown(thrown, error)) return;
      if (isForgotten(promise, error)) return;
      watch.onUnseen(error, { send: refetch(client, query), key: keyOf(query), isRead: true });
    });
  });

  const stopMutations = mutations.subscribe((event) => {
    history.note(event);
    session.handling.note(event);
    if (event.type !== "updated") return;
    const mutation: AnyMutation = event.mutation;
    if (event.action.type === "success") noteWritten(mutation);
    if (event.action.type === "error") noteFailed(mutation, event.action.error);
  });

  function noteWritten(mutation: AnyMutation): void {
    const success = history.noteWritten(mutation);
    if (success) watch.onWritten(success);
  }

  function noteFailed(mutation: AnyMutation, thrown: unknown): void {
    const read = watch.toApiError(thrown);
    // It was saved, and a callback after that failed: sent again, it would be saved twice.
    const isDone = session.isDone(mutation, read);
    // Query never cancels mutations: an abort in one of the client's callbacks must not hide a lost write.
    const isApps = isDone || read.kind === "aborted";
    const isKits = isApps && read !== thrown && session.begun.of(mutation) !== undefined;
    const error = isKits ? toCallbackError(thrown, {}, isDone) : read;
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
   * Query passes a new state on to React in its next tick, and React has rendered it in the tick after that.
   * @param isFollowed whether a component shows the state
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
