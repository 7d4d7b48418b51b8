import { vi } from "vitest";

type Work = (lock: unknown) => Promise<unknown>;

/**
 * The tabs of one origin, as far as they know of each other, in place of the browser's locks and channels.
 * @param wordMs how long a word takes to the other tabs
 */
export function fakeTabs(wordMs = 0) {
  /** The name of each lock that was granted, in order. */
  const granted: string[] = [];
  const held = new Map<string, Promise<unknown>>();
  const channels = new Set<FakeChannel>();
  /** All that was said. */
  const words: unknown[] = [];

  /** Web Locks, 4.1: `ifAvailable` gets null where the lock is not free. */
  function request(name: string, options: { ifAvailable?: boolean }, work: Work): Promise<unknown> {
    const before = held.get(name);
    if (before && options.ifAvailable) return work(null);
    const turn = (before ?? Promise.resolve()).then(() => {
      granted.push(name);
      return work({ name });
    });
    const over = turn
      .catch(() => {})
      .then(() => {
        if (held.get(name) === over) held.delete(name);
      });
    held.set(name, over);
    return turn;
  }

  class FakeChannel {
    readonly name: string;
    onmessage: ((event: { data: unknown }) => void) | null = null;

    constructor(name: string) {
      this.name = name;
      channels.add(this);
    }

    postMessage(word: unknown) {
      words.push(word);
      const others = [...channels].filter((one) => one !== this && one.name === this.name);
      for (const { onmessage } of others) {
        const hear = () => onmessage?.({ data: structuredClone(word) });
        if (wordMs > 0) setTimeout(hear, wordMs);
        else queueMicrotask(hear);
      }
    }
  }

  vi.stubGlobal("document", {});
  vi.stubGlobal("navigator", { locks: { request } });
  vi.stubGlobal("BroadcastChannel", FakeChannel);
  return { granted, words };
}
