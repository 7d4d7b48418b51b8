import type { HeldBy } from "../error/api-error.ts";
import type { CallProgress } from "./call-progress.ts";
import type { RetryPolicy } from "./retry-policy.ts";
import type { WaitingLine } from "./waiting-line.ts";

/** An attempt whose time has come. */
export interface DueAttempt {
  /** `"GET /v1/sessions/{sessionId}"` */
  route: string;
  /** Sent without credentials, though the API has some. */
  isUnsigned: boolean;
  progress: Readonly<CallProgress>;
  policy: Pick<RetryPolicy, "shareEvidence" | "usesBudget" | "statuses" | "random">;
  /** What is left for the attempt with its waits. */
  remainingMs: number;
  signal: AbortSignal | undefined;
}

/** Wait in a line until called, this long at most, and be judged again. */
export interface Hold {
  line: WaitingLine;
  holdMs: number;
}

/** An attempt between being due and being sent. */
export interface HeldAttempt extends Omit<DueAttempt, "remainingMs" | "signal"> {
  readonly patienceEndMs: number;
  /** Past this nothing is sent. */
  readonly endMs: number;
  /** What had been seen of the API when the attempt came due. */
  readonly seenWhenDue: number;
  /** What closed the gate that it waits or waited at. */
  heldBy: HeldBy | undefined;
  spreadEndMs: number | undefined;
}
