import { Listeners } from "../error/listeners.ts";
import { toTimerDelay } from "./backoff.ts";
import { leftMs, type Moment } from "./clock.ts";

/** How an API stands by what its calls were answered. `until` is in epoch ms. */
export type SeenStatus = { state: "up" | "down" } | { state: "limited"; until: number };

/** What the status follows from. */
interface Seen {
  isDown: boolean;
  /** When the limit of the whole API is over; undefined where none lasts. */
  limitedUntil: Moment | undefined;
}

const up: SeenStatus = { state: "up" };
const down: SeenStatus = { state: "down" };

/**
 * How one API stands, as a store to subscribe to. It is told when a call has been answered, and asks nobody. While a limit
 * lasts and somebody listens, one timer runs to its end.
 */
export class ApiStatusStore {
  readonly #look: () => Seen;
  readonly #forget: () => void;
  readonly #changes = new Listeners<[]>();
  #snapshot: SeenStatus = up;
  /** What the listeners know. */
  #told: SeenStatus = up;
  #ending: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param look gives what has been seen of the API by now
   * @param forget drops what was seen of an outage
   */
  constructor(look: () => Seen, forget: () => void) {
    this.#look = look;
    this.#forget = forget;
  }

  /** The same object until something changes. */
  readonly getSnapshot = (): SeenStatus => {
    const { isDown, limitedUntil } = this.#look();
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
    this.#forget();
    this.note();
  }

  #limited(until: number): SeenStatus {
    const known = this.#snapshot;
    return known.state === "limited" && known.until === until ? known : { state: "limited", until };
  }

  #watchEnd(): void {
    clearTimeout(this.#ending);
    const { limitedUntil } = this.#look();
    if (this.#changes.isEmpty || this.#snapshot.state !== "limited" || !limitedUntil) return;
    this.#ending = setTimeout(() => this.note(), toTimerDelay(leftMs(limitedUntil)));
  }
}
