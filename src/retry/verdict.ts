import type { ApiError, HeldBy } from "../error/api-error.ts";
import type { RetryStop } from "../error/retry-stop.ts";
import type { CallProgress } from "./call-progress.ts";
import type { Sighting } from "./shared-evidence.ts";

/** What becomes of an attempt whose time has come. */
export type Verdict =
  | Admitted
  | { kind: "refused"; refusal: Refusal }
  /** Its round counts without being sent: another call has just seen the API down. `own` is the call's last failure. */
  | { kind: "skipped"; seen: Sighting; own: ApiError }
  /** Its call was aborted while it was held. */
  | { kind: "aborted" };

/** It may be sent. `settle` must be told what came of it, or `withdraw` that it was not sent after all. */
export interface Admitted {
  kind: "admitted";
  /** @returns where its failure stands in what has been seen of the API */
  settle: (error?: ApiError) => Sighting | undefined;
  withdraw: () => void;
}

/** The call ends here, with nothing more sent. */
export interface Refusal {
  retryStopped: RetryStop;
  /** From when a retry makes sense. Epoch ms. */
  retryAt?: number | undefined;
  /** What the call itself failed with last, or, where it never was sent, what the API told another call. */
  told: { own: ApiError } | { heldBy: HeldBy };
}

export function refused(refusal: Refusal): Verdict {
  return { kind: "refused", refusal };
}

/** What a call that ends unsent is told: its own last answer, else what held it. */
export function toldTo(
  { lastFailure }: Pick<CallProgress, "lastFailure">,
  heldBy: HeldBy | undefined,
) {
  return lastFailure ? { own: lastFailure } : heldBy && { heldBy };
}
