import { WaitingLine } from "./waiting-line.ts";

/** Waits, or ends at once when the signal aborts. Resolves in both cases and releases timer and listener. */
export function sleep(delayMs: number, signal: AbortSignal | undefined): Promise<void> {
  return new WaitingLine().wait(delayMs, signal);
}
