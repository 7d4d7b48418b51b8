import { inMs, leftMs } from "../retry/clock.ts";
import { sleep } from "../retry/sleep.ts";
import { digestOf } from "./identity.ts";
import { RecentKeys } from "./recent-keys.ts";
import type { TabChannel } from "./tab-channel.ts";

/** How long another tab's new token may take to arrive. */
const handoverLimitMs = 1_000;

/** How often to look. A hidden tab's timers fire once a second at most, so it looks at the beginning and the end. */
const askAgainMs = 50;

/**
 * Waits for a token that another tab has renewed. The Web Lock alone does not order what tabs do to a store: in
 * Firefox, what tab A stored in `localStorage` under the lock may reach tab B some time after B got the lock.
 */
export class TokenHandover {
  readonly #tabs: TabChannel;
  /** Digests of the tokens that other tabs have begun to renew. */
  readonly #renewedElsewhere: RecentKeys;

  /** @param renewalLimitMs how long a renewal takes at most */
  constructor(tabs: TabChannel, renewalLimitMs: number) {
    this.#tabs = tabs;
    this.#renewedElsewhere = new RecentKeys(renewalLimitMs + handoverLimitMs);
    tabs.onWord(["renewing"], ({ renewing }) => this.#renewedElsewhere.note(renewing));
  }

  /** Tells the other tabs that this one is about to renew the token. */
  announce(token: string): void {
    this.#tabs.tell({ renewing: digestOf(token) });
  }

  /**
   * Waits until the token is replaced, if another tab has renewed it, up to the limit.
   * @param hasWaited whether another tab held the lock before, most likely for this token
   * @returns whether the token is replaced
   * @throws the signal's reason if that aborts
   */
  async comes(
    token: string,
    hasWaited: boolean,
    isReplaced: () => Promise<boolean>,
    signal: AbortSignal,
  ): Promise<boolean> {
    if (!this.#isExpected(digestOf(token), hasWaited)) return false;
    const end = inMs(handoverLimitMs);
    for (;;) {
      if (await isReplaced()) return true;
      if (leftMs(end) <= 0) break;
      await sleep(Math.min(askAgainMs, leftMs(end)), signal);
      signal.throwIfAborted();
    }
    // The other tab's renewal has failed, or it keeps its token to itself: the next renewal need not wait.
    this.#renewedElsewhere.forget(digestOf(token));
    return false;
  }

  /** Whether another tab may be renewing this token. If each tab has its own token, they announce only others. */
  #isExpected(digest: string, hasWaited: boolean): boolean {
    return this.#renewedElsewhere.has(digest) || (hasWaited && this.#renewedElsewhere.isEmpty());
  }
}
