import type { HeldBy } from "../error/api-error.ts";
import type { CallProgress } from "./call-progress.ts";
import type { RetryPolicy } from "./retry-policy.ts";
import type { WaitingLine } from "./waiting-line.ts";

/** An attempt that has come due. */
export interface DueAttempt {
  /** `"GET /v1/sessions/{sessionId}"` */
  route: string;
  /** Sent without credentials, although the API has some. */
  isUnsigned: boolean;
  progress: Readonly<CallProgress>;
  policy: Pick<RetryPolicy, "shareEvidence" | "usesBudget" | "statuses" | "random">;
  /** The time left for the attempt, including its waits. */
  remainingMs: number;
  signal: AbortSignal | undefined;
}

/** Wait in this line until called, at most this long, then be judged again. */
export interface Hold {
  line: WaitingLine;
  holdMs: number;
}

/** An attempt that has come due and is not sent yet. */
export interface HeldAttempt extends Omit<DueAttempt, "remainingMs" | "signal"> {
  readonly patienceEndMs: number;
  /** After this, nothing is sent. */
  readonly endMs: number;
  /** The number of the API's newest answer when the attempt came due. */
  readonly seenWhenDue: number;
  /** The error that closed the gate where the attempt waits or waited. */
  heldBy: HeldBy | undefined;
  spreadEndMs: number | undefined;
}
