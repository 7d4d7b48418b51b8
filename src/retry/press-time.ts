import { monotonicMs } from "./clock.ts";

/**
 * When the person pressed what is being done now, on the monotonic clock; undefined where nothing was
 * pressed just now, or where nobody can tell. Browsers take it for "just now" for some seconds (HTML, transient activation).
 */
export function pressTimeMs(): number | undefined {
  // No navigator before Node 21, and none of its activation before Safari 16.4 and Firefox 120.
  const isActive = globalThis.navigator?.userActivation?.isActive ?? false;
  return isActive ? monotonicMs() : undefined;
}
