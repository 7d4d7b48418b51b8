import type { CallProgress } from "../retry/call-progress.ts";
import type { Signature } from "./signer.ts";

/**
 * Whether a call may be sent: only for the person it was begun for. A call that was begun when nobody was signed in may
 * be signed later, and belongs to that person from then on.
 */
export function mayBeSent(progress: CallProgress, signed: Signature | undefined): boolean {
  if (progress.isForgotten?.()) return false;
  if (!signed) return true;
  const { identity } = progress.owner ?? signed;
  if (identity !== undefined && identity !== signed.identity) return false;
  progress.owner = { identity: signed.identity };
  return true;
}
