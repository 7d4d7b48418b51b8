import type { Mutation, MutationCacheNotifyEvent, QueryClient } from "@tanstack/react-query";
import type { ApiError } from "../error/api-error.ts";
import type { UnsentCall } from "../error/unsent-call.ts";
import type { ClientSession } from "./client-session.ts";
import { endOf, sendAgain } from "./send-again.ts";
import {
  describeWrite,
  isOvertaken,
  keyOfPlainWrite,
  keyOfWrite,
  plainWriteOf,
  type WrittenCall,
} from "./written-call.ts";

type AnyMutation = Mutation<unknown, unknown, unknown, unknown>;

/** A write that succeeded. */
export class Written {
  constructor(
    readonly write: WrittenCall,
    readonly order: number,
  ) {}
}

/** What the mutations of one client write, the order in which they began, and which are out of date. */
export class WriteHistory {
  readonly #client: QueryClient;
  readonly #session: ClientSession;
  /** Writes that succeeded while earlier ones, which may yet fail, were under way. */
  #written: readonly Written[] = [];
  /** A name for the hook that observes or observed a mutation: mutations of one hook do the same thing. */
  readonly #hooks = new WeakMap<object, string>();
  /** Failed mutations that are not shown yet, each with what is called when it is. */
  readonly #untold = new Map<AnyMutation, Set<() => void>>();

  constructor(client: QueryClient, session: ClientSession) {
    this.#client = client;
    this.#session = session;
    for (const mutation of client.getMutationCache().getAll()) this.#orderOf(mutation);
  }

  /** Records the order in which mutations begin, and the hooks that observe them. */
  note(event: MutationCacheNotifyEvent): void {
    if (event.type === "added") this.#orderOf(event.mutation);
    if (event.type === "observerAdded")
      this.#hooks.set(event.mutation, `hook ${this.#orderOf(event.observer)}`);
  }

  /** Whether a component observes or observed a mutation. */
  isFollowed(mutation: AnyMutation): boolean {
    return this.#hooks.has(mutation);
  }

  /** @returns the write, which may make failed ones out of date; undefined if nobody can tell what it wrote */
  noteWritten(mutation: AnyMutation): Written | undefined {
    const write = this.#writeOf(mutation);
    if (!write) return undefined;
    const success = new Written(write, this.#orderOf(mutation));
    const first = this.#firstUnsettled();
    // With nothing earlier unsettled, it can make nothing out of date any more.
    this.#written = [...this.#written, success].filter(({ order }) => first < order);
    return success;
  }

  /**
   * The mutation has failed, and is shown later. Until then, a write that succeeds may make it out of date, and it may
   * make out of date what would be sent again.
   */
  awaitTelling(mutation: AnyMutation): void {
    this.#untold.set(mutation, new Set());
  }

  /** How to send a failed mutation again, which is shown now; undefined if a later write has replaced it. */
  sendingOf(mutation: AnyMutation, error: ApiError): UnsentCall | undefined {
    const waiting = this.#untold.get(mutation) ?? [];
    this.#untold.delete(mutation);
    for (const goOn of waiting) goOn();
    const write = this.#writeOf(mutation);
    const order = this.#orderOf(mutation);
    const isOvertakenBy = (success: object) => isOutOfDate(write, order, success);
    if (this.#written.some(isOvertakenBy)) return undefined;
    const mutations = this.#client.getMutationCache();
    return {
      send: () => sendAgain(this.#client, mutation, error),
      key: this.#keyOf(error, mutation),
      order,
      isOvertakenBy,
      whenDue: async () => {
        await endOf(mutations, (other) => this.#mustEndBefore(mutation, write, other));
        await this.#allTold();
      },
    };
  }

  async #allTold(): Promise<void> {
    const told = [...this.#untold.values()].map(
      (waiting) => new Promise<void>((resolve) => waiting.add(resolve)),
    );
    await Promise.all(told);
  }

  #orderOf(begun: object): number {
    return this.#session.order.of(begun);
  }

  /** What a mutation of the kit writes; undefined for any other mutation. */
  #kitsWriteOf(mutation: Parameters<typeof plainWriteOf>[0]): WrittenCall | undefined {
    const request = this.#session.begun.requestOf(mutation);
    return request && describeWrite(request);
  }

  #writeOf(mutation: Parameters<typeof plainWriteOf>[0]): WrittenCall | undefined {
    return this.#kitsWriteOf(mutation) ?? plainWriteOf(mutation, this.#hooks.get(mutation));
  }

  #keyOf(error: ApiError, mutation: AnyMutation): unknown {
    const write = this.#kitsWriteOf(mutation);
    return (write ? keyOfWrite(write) : keyOfPlainWrite(error, mutation)) ?? mutation;
  }

  /**
   * Whether a mutation must wait for the other one, which is under way, before it is sent again. If both write the
   * same, nobody knows which would arrive last; and Query runs mutations of one scope one after the other.
   * @param write what the mutation writes
   */
  #mustEndBefore(mutation: AnyMutation, write: WrittenCall | undefined, other: Mutation): boolean {
    if (other.mutationId === mutation.mutationId || other.state.status !== "pending") return false;
    const scope = mutation.options.scope?.id;
    if (scope !== undefined && other.options.scope?.id === scope) return true;
    if (!write || this.#orderOf(other) < this.#orderOf(mutation)) return false;
    const later = this.#writeOf(other);
    return later !== undefined && isOvertaken(write, later);
  }

  /** The order of the earliest mutation that is under way, or has failed and is not shown yet. */
  #firstUnsettled(): number {
    const underWay = this.#client
      .getMutationCache()
      .getAll()
      .filter(({ state }) => state.status === "pending");
    const unsettled = [...this.#untold.keys(), ...underWay];
    return unsettled.reduce(
      (first, mutation) => Math.min(first, this.#orderOf(mutation)),
      Number.POSITIVE_INFINITY,
    );
  }
}

/** Only a success of the same call or a later one counts: an earlier one that ends late is itself out of date. */
function isOutOfDate(write: WrittenCall | undefined, order: number, success: object): boolean {
  if (!write || !(success instanceof Written)) return false;
  return order <= success.order && isOvertaken(write, success.write);
}
