import type {
  Mutation,
  MutationCache,
  Query,
  QueryCache,
  QueryClient,
} from "@tanstack/react-query";
import type { ApiError } from "../error/api-error.ts";
import { isApiError } from "../error/is-api-error.ts";
import { toApiError } from "../error/to-api-error.ts";
import { sessionOf } from "./client-session.ts";
import { endOf, sendAgain } from "./send-again.ts";
import { refetch } from "./waiting-query.ts";
import {
  describeWrite,
  isOvertaken,
  keyOfPlainWrite,
  keyOfWrite,
  plainWriteOf,
  type WrittenCall,
} from "./written-call.ts";

type AnyQuery = Query<unknown, unknown, unknown>;
type AnyMutation = Mutation<unknown, unknown, unknown, unknown>;

/** How what failed is sent again. */
export interface FailedSending {
  /** Does the same thing again; rejects where it fails again. */
  send: () => Promise<unknown>;
  /** What would be sent. Of failures with the same key only the newest is sent again. */
  key: unknown;
  /** Writes are sent again in the order in which they were begun: the lower is the earlier. Reads have none. */
  order?: number;
  /** Whether what was written since has put it out of date, so that it must not be sent over it. */
  isOvertakenBy?: (written: object) => boolean;
  /** Settles once nothing is under way that was begun later and would be overwritten. */
  whenDue?: () => Promise<void>;
}

/** A write that succeeded. */
export class Written {
  constructor(
    readonly write: WrittenCall,
    readonly order: number,
  ) {}
}

export interface FailureWatch {
  /**
   * A failure that nothing on the screen tells of.
   * @param sending absent where it must not be sent again, since a later write has taken its place
   */
  onUnseen(error: ApiError, sending?: FailedSending): void;
  /** A call of this route has just succeeded. */
  onSuccess(api: string, route: string): void;
  /** A write has succeeded, which may have put earlier ones that failed out of date. */
  onWritten(written: Written): void;
  /**
   * The person has gone, and with them all that was told of so far.
   * @param isSignOut whether nobody has come in their place yet, whose calls would have to go on
   */
  onForget(isSignOut: boolean): void;
}

/**
 * Watches a client for failures that nobody handles: a refetch that fails while older data shows, and a mutation whose
 * app has no `onError`, does not await it and does not have it thrown to a boundary.
 * `meta: { errorToast: true | false }` decides instead where it is set. What was begun by a person who has gone is not
 * told of.
 * @returns a function that ends the watch
 */
export function watchFailures(client: QueryClient, watch: FailureWatch): () => void {
  const queries: QueryCache = client.getQueryCache();
  const mutations: MutationCache = client.getMutationCache();
  const session = sessionOf(client);
  const orderOf = (begun: object) => session.order.of(begun);
  for (const mutation of mutations.getAll()) orderOf(mutation);
  /** What was under way when the person signed out: a mutation, or the promise of a query's fetch. */
  let forgotten = new WeakSet<object>();
  /** Writes that succeeded while earlier ones were under way, which may yet fail. */
  let written: readonly Written[] = [];
  /** The hook that follows a mutation, or did: those of one hook do the same thing. */
  const hooks = new WeakMap<object, string>();

  const stopQueries = queries.subscribe((event) => {
    if (event.type !== "updated") return;
    const query: AnyQuery = event.query;
    // Data that the app put into the cache itself is no answer.
    if (event.action.type === "success" && !event.action.manual) tellSuccess(query.queryKey);
    // The event's own error may be a copy, which has been revived in the query meanwhile.
    const { error } = query.state;
    if (event.action.type !== "error" || !isApiError(error)) return;
    // A refetch that was not sent has nothing to tell: what holds it back is told of already.
    if (error.code === "HELD_BACK" && query.state.data !== undefined) return;
    if (!isUnseenQuery(query) || isForgotten(query.promise, error)) return;
    const { queryHash } = query;
    watch.onUnseen(error, { send: refetch(queries, query), key: queryHash });
  });

  const stopMutations = mutations.subscribe((event) => {
    if (event.type === "added") orderOf(event.mutation);
    if (event.type === "observerAdded")
      hooks.set(event.mutation, `hook ${orderOf(event.observer)}`);
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
    const write = writeOf(mutation);
    if (!write) return;
    const success = new Written(write, orderOf(mutation));
    written = [...written, success].filter(mayStillMatter);
    watch.onWritten(success);
  }

  /** What a mutation of the kit's writes; undefined of another. */
  function kitsWriteOf(mutation: Parameters<typeof plainWriteOf>[0]): WrittenCall | undefined {
    const request = session.begun.requestOf(mutation);
    return request && describeWrite(request);
  }

  function writeOf(mutation: Parameters<typeof plainWriteOf>[0]): WrittenCall | undefined {
    return kitsWriteOf(mutation) ?? plainWriteOf(mutation, hooks.get(mutation));
  }

  function keyOf(error: ApiError, mutation: AnyMutation): unknown {
    const write = kitsWriteOf(mutation);
    return (write ? keyOfWrite(write) : keyOfPlainWrite(error, mutation)) ?? mutation;
  }

  /**
   * Whether a mutation must not be sent again while this other one is under way: of two that write the same, nobody knows
   * which arrives last, and mutations of one scope go one after the other.
   * @param write what the mutation writes
   */
  function mustEndBefore(
    mutation: AnyMutation,
    write: WrittenCall | undefined,
    other: Mutation,
  ): boolean {
    if (other.mutationId === mutation.mutationId || other.state.status !== "pending") return false;
    const scope = mutation.options.scope?.id;
    if (scope !== undefined && other.options.scope?.id === scope) return true;
    if (!write || orderOf(other) < orderOf(mutation)) return false;
    const later = writeOf(other);
    return later !== undefined && isOvertaken(write, later);
  }

  function mayStillMatter({ order }: Written): boolean {
    return mutations
      .getAll()
      .some((mutation) => orderOf(mutation) < order && mutation.state.status === "pending");
  }

  function noteFailed(mutation: AnyMutation, thrown: unknown): void {
    if (!isApiError(thrown)) return;
    // An app may throw a server's JSON with the kit's brand in it.
    const error = toApiError(thrown);
    // It is saved, and something that followed it failed: sent again it would be done twice.
    const isDone = session.isAfterSuccess(error);
    if (isDone) noteWritten(mutation);
    const forced = mutation.meta?.["errorToast"];
    const isUnseen = typeof forced === "boolean" ? forced : !session.handling.isHandled(mutation);
    if (!isUnseen || isForgotten(mutation, error)) return;
    const write = writeOf(mutation);
    const order = orderOf(mutation);
    const isOvertakenBy = (success: object) => isOutOfDate(write, order, success);
    const isLate = isDone || written.some(isOvertakenBy);
    const sending: FailedSending = {
      send: () => sendAgain(client, mutation, error),
      key: keyOf(error, mutation),
      order,
      isOvertakenBy,
      whenDue: () => endOf(mutations, (other) => mustEndBefore(mutation, write, other)),
    };
    watch.onUnseen(error, isLate ? undefined : sending);
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

  return () => {
    stopQueries();
    stopMutations();
    stopSession();
    stopSignOuts();
    stopHearing();
  };
}

/** Only the same write and what was begun later count: an earlier one that is slow to succeed is itself out of date. */
function isOutOfDate(write: WrittenCall | undefined, order: number, success: object): boolean {
  if (!write || !(success instanceof Written)) return false;
  return order <= success.order && isOvertaken(write, success.write);
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
