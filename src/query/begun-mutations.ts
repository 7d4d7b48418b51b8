import type { Mutation, MutationCacheNotifyEvent, QueryClient } from "@tanstack/react-query";
import { readProperty } from "../error/read-property.ts";
import { internalsOf } from "../fetcher/api.ts";
import type { BegunRequest } from "./begun-request.ts";
import { ownerOfCall } from "./call-person.ts";
import { type Beginning, metaOfBegun } from "./call-record.ts";

type AnyMutation = Mutation<unknown, unknown, unknown, unknown>;

/** What this file reads of a mutation, whatever its types. */
interface Asked {
  options: { mutationFn?: unknown };
  state: { variables: unknown };
}

/** The property of a mutation's function that says what the function would send. */
const mark = "~begin";

type Begins = (variables: unknown) => BegunRequest;

export function withBeginning<Send extends (...args: never[]) => unknown>(
  send: Send,
  begin: Begins,
): Send {
  return Object.assign(send, { [mark]: begin });
}

function beginsBy({ options }: Asked): Begins | undefined {
  const begin = readProperty(options.mutationFn, mark);
  return isBegins(begin) ? begin : undefined;
}

function isBegins(value: unknown): value is Begins {
  return typeof value === "function";
}

/**
 * Keeps what one client's mutations of the kit began with. Each is sent as it began, for the person who began it,
 * however long Query or the app's `onMutate` holds it, and whatever a render gives its hook meanwhile.
 */
export class BegunMutations {
  readonly #begun = new WeakMap<object, Beginning>();
  readonly #sinceNow: () => () => boolean;

  /** @param sinceNow returns a function that says whether the person has signed out since */
  constructor(client: QueryClient, sinceNow: () => () => boolean) {
    this.#sinceNow = sinceNow;
    client.getMutationCache().subscribe((event) => this.#note(event));
  }

  /** What a mutation sends; undefined if it is not the kit's. */
  requestOf(mutation: Asked): BegunRequest | undefined {
    return this.of(mutation)?.request ?? beginsBy(mutation)?.(mutation.state.variables);
  }

  /** Undefined for a mutation that began before this object existed, or in another page. */
  of(mutation: Asked): Beginning | undefined {
    return this.#begun.get(mutation);
  }

  /** The mutation begins again. */
  beginAgain(mutation: AnyMutation, beginning: Beginning): void {
    if (beginsBy(mutation)) this.#begun.set(mutation, beginning);
  }

  #note(event: MutationCacheNotifyEvent): void {
    if (event.type === "added") this.#begin(event.mutation);
    if (event.type === "updated" && event.action.type === "pending") this.#take(event.mutation);
  }

  /** Set now, because Query passes on the meta from before it tells of the variables. */
  #begin(mutation: AnyMutation): void {
    if (mutation.state.status !== "idle" || !beginsBy(mutation)) return;
    const beginning: Beginning = { isForgotten: this.#sinceNow() };
    this.#begun.set(mutation, beginning);
    const { options } = mutation;
    mutation.setOptions({ ...options, meta: metaOfBegun(options.meta, beginning) });
  }

  #take(mutation: AnyMutation): void {
    const { state, options } = mutation;
    const beginning = this.of(mutation);
    if (!beginning || beginning.request) return;
    beginning.request = beginsBy(mutation)?.(state.variables);
    const isHeld = state.isPaused || options.onMutate !== undefined;
    if (!isHeld || !beginning.request) return;
    const { api, route, request } = beginning.request;
    beginning.owner = ownerOfCall(internalsOf(api), route, request);
    // The call itself fails with this rejection when it runs.
    beginning.owner.catch(() => {});
  }
}
