import { WaitingLine } from "./waiting-line.ts";

/** Waits, and ends at once when the signal aborts. Resolves either way, timer and listener released. */
export function sleep(delayMs: number, signal: AbortSignal | undefined): Promise<void> {
  return new WaitingLine().wait(delayMs, signal);
}
