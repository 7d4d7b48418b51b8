import type {
  Mutation,
  MutationCache,
  MutationCacheNotifyEvent,
  MutationObserver,
  QueryClient,
} from "@tanstack/react-query";

type AnyMutation = Mutation<unknown, unknown, unknown, unknown>;
/** What a component follows its mutation with. */
type AnyObserver = MutationObserver<unknown, unknown, unknown, unknown>;

/** What takes care of a mutation's failure: the promise that the app holds, or an `onError` given with the call. */
type Handler = "promise" | "callback";

/** Knows of one client's mutations which of them the app itself takes care of, should they fail. */
export class MutationHandling {
  readonly #client: QueryClient;
  /** Those that `useApiMutation` has started: of any other nobody can tell whether the app awaits it. */
  readonly #known = new WeakSet<object>();
  readonly #handlers = new WeakMap<object, Handler>();
  /** Only where a component follows a mutation does Query call a call's `onError` or throw to the boundary. */
  readonly #followers = new WeakMap<object, AnyObserver>();

  constructor(client: QueryClient) {
    this.#client = client;
  }

  /** Keeps up with whether a component follows a mutation. The same event may be noted twice. */
  note(event: MutationCacheNotifyEvent): void {
    if (event.type === "observerAdded") this.#followers.set(event.mutation, event.observer);
    // One that has failed already was handled while it was followed: an `onError` often resets its mutation.
    if (event.type === "observerRemoved" && event.mutation.state.status !== "error")
      this.#followers.delete(event.mutation);
  }

  /**
   * Starts a mutation and remembers what of the app handles its failure, if anything does. Query calls an `onError` that
   * came with the call only while its component is there and has not mutated again: once it lets go of the mutation for
   * good, nobody handles the failure.
   */
  start<Started>(
    cache: MutationCache,
    handler: Handler | undefined,
    begin: () => Started,
  ): Started {
    let own: object | undefined;
    const stop = cache.subscribe((event) => {
      if (event.type === "added" && !own) {
        own = event.mutation;
        this.#known.add(own);
        if (handler) this.#handlers.set(own, handler);
      }
      if (!own || event.mutation !== own) return;
      // A component's mount effect may start a mutation before the provider's own effect begins to watch.
      this.note(event);
      if (handler === "promise" || endsTheCall(event)) stop();
    });
    return begin();
  }

  /**
   * Whether the app itself handles this mutation's failure: by `onError` on the hook or the call, by awaiting it, or by
   * the boundary that `throwOnError` hands it to. An `onError` that the client gives to all mutations takes care of none.
   * One that the kit's hook has not started counts as handled, unless its `meta.errorToast` is `"unhandled"`.
   */
  isHandled(mutation: AnyMutation): boolean {
    const defaultMeta = this.#client.getDefaultOptions().mutations?.meta;
    // Query lets a mutation's own meta, whatever it is for, take the place of the default one.
    const toast = mutation.meta?.["errorToast"] ?? defaultMeta?.["errorToast"];
    const isToldOf = toast === "unhandled";
    if (!this.#known.has(mutation) && !isToldOf) return true;
    const { onError, mutationKey } = mutation.options;
    const defaults = [
      this.#client.getDefaultOptions().mutations?.onError,
      mutationKey && this.#client.getMutationDefaults(mutationKey).onError,
    ];
    if (onError !== undefined && !defaults.some((given) => given === onError)) return true;
    const handler = this.#handlers.get(mutation);
    if (handler === "promise") return true;
    const follower = this.#followers.get(mutation);
    return follower !== undefined && (handler === "callback" || throws(follower, mutation));
  }
}

function endsTheCall(event: MutationCacheNotifyEvent): boolean {
  if (event.type === "updated")
    return event.action.type === "success" || event.action.type === "error";
  return event.type === "removed";
}

function throws({ options: { throwOnError } }: AnyObserver, { state }: AnyMutation): boolean {
  if (typeof throwOnError !== "function") return throwOnError === true;
  try {
    return throwOnError(state.error);
  } catch {
    // React asks it again as it renders, and hands what it throws to the boundary.
    return true;
  }
}
