import { Listeners } from "../error/listeners.ts";
import { toTimerDelay } from "./backoff.ts";
import { leftMs, type Moment } from "./clock.ts";

/** How an API stands by what its calls were answered. `until` is in epoch ms. */
export type SeenStatus = { state: "up" | "down" } | { state: "limited"; until: number };

/** What the status follows from. */
export interface Seen {
  isDown: boolean;
  /** When the limit of the whole API is over; undefined where none lasts. */
  limitedUntil: Moment | undefined;
}

/** An API, as its calls have seen it. */
export interface SeenApi {
  readonly seen: Seen;
  /** Calls back when a call has been answered, whatever with. */
  onAnswer(listener: () => void): () => void;
  /** Drops what was seen of an outage. */
  forgetOutage(): void;
}

const up: SeenStatus = { state: "up" };
const down: SeenStatus = { state: "down" };

/**
 * How one API stands, as a store to subscribe to. It is told when a call has been answered, and asks nobody. While a limit
 * lasts and somebody listens, one timer runs to its end.
 */
class ApiStatusStore {
  readonly #api: SeenApi;
  readonly #changes = new Listeners<[]>();
  #snapshot: SeenStatus = up;
  /** What the listeners know. */
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
    // A limit first: until it is over nothing is sent that could tell whether the API is up again.
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

  /** Something has been seen of the API: tells the listeners where that changes how it stands. */
  note(): void {
    const status = this.getSnapshot();
    this.#watchEnd();
    if (status === this.#told) return;
    this.#told = status;
    this.#changes.tell();
  }

  /** The connection was lost and is back: what failed for want of it tells nothing of the API. */
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

/** How an API stands: one store for all who ask. Made for the first of them, since most calls are made where nobody does. */
export function statusOf(api: SeenApi): ApiStatusStore {
  const store = stores.get(api) ?? new ApiStatusStore(api);
  stores.set(api, store);
  return store;
}
