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

/** What the mutations of one client write, in which order they were begun, and which of them are out of date. */
export class WriteHistory {
  readonly #client: QueryClient;
  readonly #session: ClientSession;
  /** Writes that succeeded while earlier ones were under way, which may yet fail. */
  #written: readonly Written[] = [];
  /** The hook that follows a mutation, or did: those of one hook do the same thing. */
  readonly #hooks = new WeakMap<object, string>();
  /** What has failed and is still to be told of, and what is called once it is. */
  readonly #untold = new Map<AnyMutation, Set<() => void>>();

  constructor(client: QueryClient, session: ClientSession) {
    this.#client = client;
    this.#session = session;
    for (const mutation of client.getMutationCache().getAll()) this.#orderOf(mutation);
  }

  /** Keeps up with the order of what is begun, and with what follows it. */
  note(event: MutationCacheNotifyEvent): void {
    if (event.type === "added") this.#orderOf(event.mutation);
    if (event.type === "observerAdded")
      this.#hooks.set(event.mutation, `hook ${this.#orderOf(event.observer)}`);
  }

  /** Whether a component follows a mutation, or did. */
  isFollowed(mutation: AnyMutation): boolean {
    return this.#hooks.has(mutation);
  }

  /** @returns what has been written, and may put out of date what failed; undefined where nobody can tell */
  noteWritten(mutation: AnyMutation): Written | undefined {
    const write = this.#writeOf(mutation);
    if (!write) return undefined;
    const success = new Written(write, this.#orderOf(mutation));
    const first = this.#firstUnsettled();
    // Where nothing earlier is unsettled, it can put nothing out of date any more.
    this.#written = [...this.#written, success].filter(({ order }) => first < order);
    return success;
  }

  /**
   * It has failed, and will be told of later. Until then a write that succeeds may put it out of date, and it may put out
   * of date what would be sent again.
   */
  awaitTelling(mutation: AnyMutation): void {
    this.#untold.set(mutation, new Set());
  }

  /** How a mutation that failed is sent again, told of in this turn; undefined where a later write has taken its place. */
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

  /** What a mutation of the kit's writes; undefined of another. */
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
   * Whether a mutation must not be sent again while this other one is under way: of two that write the same, nobody knows
   * which arrives last, and mutations of one scope go one after the other.
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

  /** The order of the earliest that is under way, or has failed and is still to be told of. */
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

/** Only the same write and what was begun later count: an earlier one that is slow to succeed is itself out of date. */
function isOutOfDate(write: WrittenCall | undefined, order: number, success: object): boolean {
  if (!write || !(success instanceof Written)) return false;
  return order <= success.order && isOvertaken(write, success.write);
}
