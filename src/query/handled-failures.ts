import type {
  Mutation,
  MutationCache,
  MutationCacheNotifyEvent,
  MutationObserver,
} from "@tanstack/react-query";

type AnyMutation = Mutation<unknown, unknown, unknown, unknown>;
/** What a component follows its mutation with. */
type AnyObserver = MutationObserver<unknown, unknown, unknown, unknown>;

/** What takes care of a mutation's failure: the promise that the app holds, or an `onError` given with the call. */
type Handler = "promise" | "callback";

const handlers = new WeakMap<object, Handler>();

/** Only where a component follows a mutation does Query call a call's `onError` or throw to the boundary. */
const followers = new WeakMap<object, AnyObserver>();

/** Keeps up with whether a component follows a mutation. The same event may be noted twice. */
export function noteFollower(event: MutationCacheNotifyEvent): void {
  if (event.type === "observerAdded") followers.set(event.mutation, event.observer);
  // One that has failed already was handled while it was followed: an `onError` often resets its mutation.
  if (event.type === "observerRemoved" && event.mutation.state.status !== "error")
    followers.delete(event.mutation);
}

/**
 * Starts a mutation and remembers what of the app handles its failure, if anything does. Query calls an `onError` that
 * came with the call only while its component is there and has not mutated again: once it lets go of the mutation for
 * good, nobody handles the failure.
 */
export function startMutation<Started>(
  cache: MutationCache,
  handler: Handler | undefined,
  start: () => Started,
): Started {
  let own: object | undefined;
  const stop = cache.subscribe((event) => {
    if (event.type === "added" && !own) {
      own = event.mutation;
      if (handler) handlers.set(own, handler);
    }
    if (!own || event.mutation !== own) return;
    // A component's mount effect may start a mutation before the provider's own effect begins to watch.
    noteFollower(event);
    if (handler === "promise" || endsTheCall(event)) stop();
  });
  return start();
}

function endsTheCall(event: MutationCacheNotifyEvent): boolean {
  if (event.type === "updated")
    return event.action.type === "success" || event.action.type === "error";
  return event.type === "removed";
}

/**
 * Whether the app itself handles this mutation's failure: by `onError` on the hook or the call, by awaiting it, or by
 * the boundary that `throwOnError` hands it to.
 */
export function isHandled(mutation: AnyMutation): boolean {
  if (mutation.options.onError !== undefined) return true;
  const handler = handlers.get(mutation);
  if (handler === "promise") return true;
  const follower = followers.get(mutation);
  return follower !== undefined && (handler === "callback" || throws(follower, mutation));
}

function throws({ options: { throwOnError } }: AnyObserver, { state }: AnyMutation): boolean {
  return typeof throwOnError === "function" ? throwOnError(state.error) : throwOnError === true;
}
