import { Listeners } from "../error/listeners.ts";
import { toTimerDelay } from "./backoff.ts";
import { leftMs, type Moment } from "./clock.ts";

/** Whether an API works, according to the answers to its calls. `until` is in epoch ms. */
export type SeenStatus = { state: "up" | "down" } | { state: "limited"; until: number };

/** What the status is derived from. */
export interface Seen {
  isDown: boolean;
  /** When the limit of the whole API ends; undefined if there is none. */
  limitedUntil: Moment | undefined;
}

/** What the calls of an API have seen of it. */
export interface SeenApi {
  readonly seen: Seen;
  /** Calls back with every answer, good or bad. */
  onAnswer(listener: () => void): () => void;
  /** Forgets an outage. */
  forgetOutage(): void;
}

const up: SeenStatus = { state: "up" };
const down: SeenStatus = { state: "down" };

/**
 * The status of one API, as a store to subscribe to. It changes with the answers to calls and sends nothing itself.
 * While a limit lasts and there are listeners, one timer waits for the limit's end.
 */
class ApiStatusStore {
  readonly #api: SeenApi;
  readonly #changes = new Listeners<[]>();
  #snapshot: SeenStatus = up;
  /** The status that the listeners have got. */
  #told: SeenStatus = up;
  #ending: ReturnType<typeof setTimeout> | undefined;

  constructor(api: SeenApi) {
    this.#api = api;
    this.note();
    api.onAnswer(() => this.note());
  }

  /** The same object until something changes. */
  readonly getSnapshot = (): SeenStatus => {
    const { isDown, limitedUntil } = this.#api.seen;
    const isLimited = limitedUntil !== undefined && leftMs(limitedUntil) > 0;
    // A limit comes first: until it is over, nothing is sent that could show whether the API is up again.
    if (isLimited) this.#snapshot = this.#limited(limitedUntil.epochMs);
    else this.#snapshot = isDown ? down : up;
    return this.#snapshot;
  };

  readonly subscribe = (listener: () => void): (() => void) => {
    const stop = this.#changes.add(listener);
    this.note();
    return () => {
      stop();
      this.#watchEnd();
    };
  };

  /** A call of the API was answered: tells the listeners if the status has changed. */
  note(): void {
    const status = this.getSnapshot();
    this.#watchEnd();
    if (status === this.#told) return;
    this.#told = status;
    this.#changes.tell();
  }

  /** The connection is back: failures without a connection say nothing about the API. */
  noteReconnected(): void {
    this.#api.forgetOutage();
    this.note();
  }

  #limited(until: number): SeenStatus {
    const known = this.#snapshot;
    return known.state === "limited" && known.until === until ? known : { state: "limited", until };
  }

  #watchEnd(): void {
    clearTimeout(this.#ending);
    const { limitedUntil } = this.#api.seen;
    if (this.#changes.isEmpty || this.#snapshot.state !== "limited" || !limitedUntil) return;
    this.#ending = setTimeout(() => this.note(), toTimerDelay(leftMs(limitedUntil)));
  }
}

const stores = new WeakMap<SeenApi, ApiStatusStore>();

/** The status store of an API, one for all that subscribe. Made when it is first asked for: most APIs need none. */
export function statusOf(api: SeenApi): ApiStatusStore {
  const store = stores.get(api) ?? new ApiStatusStore(api);
  stores.set(api, store);
  return store;
}
