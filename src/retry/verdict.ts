import type { ApiError, HeldBy } from "../error/api-error.ts";
import type { RetryStop } from "../error/retry-stop.ts";
import type { CallProgress } from "./call-progress.ts";
import type { Sighting } from "./shared-evidence.ts";

/** What happens to an attempt that has come due. */
export type Verdict =
  | Admitted
  | { kind: "refused"; refusal: Refusal }
  /** The round counts without being sent: another call has just seen the API down. `own` is the call's last failure. */
  | { kind: "skipped"; seen: Sighting; own: ApiError }
  /** The call was aborted while its attempt was held. */
  | { kind: "aborted" };

/** The attempt may be sent. Its outcome must be passed to `settle`; if it is not sent after all, call `withdraw`. */
export interface Admitted {
  kind: "admitted";
  /** @returns the failure's place among all that this API's calls have seen */
  settle: (error?: ApiError) => Sighting | undefined;
  withdraw: () => void;
}

/** The call ends here, and nothing more is sent. */
export interface Refusal {
  retryStopped: RetryStop;
  /** When a retry makes sense, in epoch ms. */
  retryAt?: number | undefined;
  /** The call's own last failure; if it was never sent, what the API answered to another call. */
  told: { own: ApiError } | { heldBy: HeldBy };
}

export function refused(refusal: Refusal): Verdict {
  return { kind: "refused", refusal };
}

/** What a call that ends unsent reports: its own last failure, else what held it. */
export function toldTo(
  { lastFailure }: Pick<CallProgress, "lastFailure">,
  heldBy: HeldBy | undefined,
) {
  return lastFailure ? { own: lastFailure } : heldBy && { heldBy };
}
