import { vi } from "vitest";
import { envelope, json, quietApi } from "./fake-fetch.ts";

/** Numbers from 0 to 1 that are the same for a seed in every run (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

interface Outage {
  /** From now. */
  lastsMs: number;
  latencyMs?: number;
  /** Paths that are out; default all. */
  isOut?: (path: string) => boolean;
  status?: number;
}

/** An API on fake time that is out from now on for a while, and knows which path was asked for how often. */
export function apiInOutage(
  { lastsMs, latencyMs = 50, isOut = () => true, status = 503 }: Outage,
  options: Partial<Parameters<typeof quietApi>[1]> = {},
) {
  const endMs = Date.now() + lastsMs;
  const asked: { path: string; atMs: number }[] = [];
  const startMs = Date.now();
  const fetch = vi.fn<typeof globalThis.fetch>(async (input) => {
    const { pathname } = new URL(String(input));
    asked.push({ path: pathname, atMs: Date.now() - startMs });
    await new Promise((resolve) => setTimeout(resolve, latencyMs));
    return Date.now() < endMs && isOut(pathname) ? envelope(status, "OUT") : json(pathname);
  });
  return { api: quietApi(fetch, options), asked, fetch };
}
