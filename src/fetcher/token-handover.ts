import { inMs, leftMs } from "../retry/clock.ts";
import { sleep } from "../retry/sleep.ts";
import { digestOf } from "./identity.ts";
import { RecentKeys } from "./recent-keys.ts";
import type { TabChannel } from "./tab-channel.ts";

/** How long another tab's token may take to arrive. */
const handoverLimitMs = 1_000;

/** A hidden tab's timers fire once a second at most: it asks at the beginning and at the end. */
const askAgainMs = 50;

/**
 * Waits for a token that another tab has renewed. The Web Lock alone does not order what tabs do to a store: Firefox hands
 * over what one tab put into `localStorage` some time after the lock under which it was put there.
 */
export class TokenHandover {
  readonly #tabs: TabChannel;
  /** The tokens that other tabs have begun to renew, by their digests. */
  readonly #renewedElsewhere: RecentKeys;

  /** @param renewalLimitMs how long a renewal takes at most */
  constructor(tabs: TabChannel, renewalLimitMs: number) {
    this.#tabs = tabs;
    this.#renewedElsewhere = new RecentKeys(renewalLimitMs + handoverLimitMs);
    tabs.onWord(["renewing"], ({ renewing }) => this.#renewedElsewhere.note(renewing));
  }

  /** This tab is about to renew the token. */
  announce(token: string): void {
    this.#tabs.tell({ renewing: digestOf(token) });
  }

  /**
   * Waits until the token is replaced, if another tab has renewed it; no longer than the limit.
   * @param hasWaited whether another tab had the lock before, most likely for this token
   * @returns whether it is replaced
   * @throws the signal's reason when that aborts
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
    // That renewal has failed, or its token stays with its tab: the next one waits for nothing.
    this.#renewedElsewhere.forget(digestOf(token));
    return false;
  }

  /** Where each tab has a token of its own, others have been heard to renew theirs, and there is nothing to wait for. */
  #isExpected(digest: string, hasWaited: boolean): boolean {
    return this.#renewedElsewhere.has(digest) || (hasWaited && this.#renewedElsewhere.isEmpty());
  }
}
