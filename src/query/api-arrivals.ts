import { type Warning, warnOnce } from "../error/warn-once.ts";
import { monotonicMs } from "../retry/clock.ts";

const windowMs = 60_000;

/** Fewer may be an app that makes another API for another person, or a developer who edits the module that makes it. */
const tooMany = 4;

/**
 * Warns a developer, once per name, of an API that is created again and again, for example in a component's body: each
 * new one knows of no limit and no outage, and has a full budget.
 */
export class ApiArrivals {
  /** When the last APIs of each name were created. */
  readonly #arrivals = new Map<string, readonly number[]>();

  note(name: string): void {
    warnOnce(() => process.env.NODE_ENV !== "production" && this.#warningOf(name));
  }

  #warningOf(name: string): Warning | false {
    const nowMs = monotonicMs();
    const known = this.#arrivals.get(name) ?? [];
    const recent = [...known.filter((atMs) => nowMs - atMs < windowMs), nowMs];
    this.#arrivals.set(name, recent);
    if (recent.length < tooMany) return false;
    return [
      `api anew ${name}`,
      `createApi was called ${tooMany} times within a minute for "${name}": call it once, outside of all components, since each API begins without the rate limits, the retry budget and the sessions that the last one knew of`,
    ];
  }
}
