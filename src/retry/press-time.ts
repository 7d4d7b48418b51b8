import { monotonicMs } from "./clock.ts";

/**
 * The current time on the monotonic clock if the person has just pressed something; undefined if not, or if the browser
 * cannot tell. For browsers, "just" means within some seconds (HTML, transient activation).
 */
export function pressTimeMs(): number | undefined {
  // Node has no `navigator` before 21, Safari no `userActivation` before 16.4, Firefox none before 120.
  const isActive = globalThis.navigator?.userActivation?.isActive ?? false;
  return isActive ? monotonicMs() : undefined;
}
