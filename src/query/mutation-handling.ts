import type {
  Mutation,
  MutationCache,
  MutationCacheNotifyEvent,
  MutationObserver,
  QueryClient,
} from "@tanstack/react-query";

type AnyMutation = Mutation<unknown, unknown, unknown, unknown>;
/** What connects a component to its mutation. */
type AnyObserver = MutationObserver<unknown, unknown, unknown, unknown>;

/** What handles a mutation's failure: the promise that the app holds, or an `onError` given with the call. */
type Handler = "promise" | "callback";

/** Knows which mutations of one client the app itself handles if they fail. */
export class MutationHandling {
  readonly #client: QueryClient;
  /** Mutations that `useApiMutation` has started. For any other, nobody can tell whether the app awaits it. */
  readonly #known = new WeakSet<object>();
  readonly #handlers = new WeakMap<object, Handler>();
  /** Query calls an `onError` of the call, or throws to the boundary, only while a component observes the mutation. */
  readonly #followers = new WeakMap<object, AnyObserver>();

  constructor(client: QueryClient) {
    this.#client = client;
  }

  /** Records whether a component observes a mutation. The same event may come twice. */
  note(event: MutationCacheNotifyEvent): void {
    if (event.type === "observerAdded") this.#followers.set(event.mutation, event.observer);
    // If it had failed by then, the observer handled it: an `onError` often resets its mutation.
    if (event.type === "observerRemoved" && event.mutation.state.status !== "error")
      this.#followers.delete(event.mutation);
  }

  /**
   * Starts a mutation and records what in the app handles its failure, if anything does. Query calls an `onError` that
   * came with the call only while its component is mounted and has not mutated again. After that, nobody handles the
   * failure.
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
   * `throwOnError` and a boundary. An `onError` in the client's defaults does not count. A mutation that the kit's hook
   * did not start counts as handled, unless its `meta.errorToast` is `"unhandled"`.
   */
  isHandled(mutation: AnyMutation): boolean {
    const defaultMeta = this.#client.getDefaultOptions().mutations?.meta;
    // In Query, a mutation's own meta, whatever it is for, replaces the default one.
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
    // React calls it again in the render, and passes what it throws to the boundary.
    return true;
  }
}
