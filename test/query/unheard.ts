import { toApiError } from "../../src/envelope/to-api-error.ts";
import type { FailureWatch } from "../../src/query/failure-watch.ts";

/** Hears of nothing: what a test does not ask for. */
export const unheard: Omit<FailureWatch, "onUnseen"> = {
  toApiError,
  isShown: () => false,
  onReadWorked() {},
  onReadGone() {},
  onApiWorked() {},
  onWritten() {},
  onForget() {},
};
