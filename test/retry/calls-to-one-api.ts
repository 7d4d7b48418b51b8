import { vi } from "vitest";
import { ApiError, type ApiErrorFields } from "../../src/error/api-error.ts";
import { AdmissionControl } from "../../src/retry/admission-control.ts";
import { startProgress } from "../../src/retry/call-progress.ts";
import type { BudgetOptions } from "../../src/retry/retry-budget.ts";
import type { Verdict } from "../../src/retry/verdict.ts";

export const failure = (fields: Partial<ApiErrorFields>) =>
  new ApiError({ code: "X", kind: "unexpected", message: "", ...fields });
export const limited = (seconds: number) =>
  failure({ status: 429, kind: "rateLimited", retryAfterMs: seconds * 1_000 });
export const down = () => failure({ status: 503, kind: "unavailable" });
export const broken = () => failure({ status: 500, kind: "serverError" });
export const noAnswer = () => failure({ kind: "network" });
export const tooLate = () => failure({ kind: "timeout", code: "TIMEOUT" });

interface CallOptions {
  route?: string;
  isUnsigned?: boolean;
  /** What its dice give. */
  drawn?: number;
  maxAttempts?: number;
  remainingMs?: number;
  shareEvidence?: boolean;
}

/** A call to an API, and how it stands. */
export function callTo(control: AdmissionControl, options: CallOptions = {}) {
  const {
    route = "GET /v1/x",
    isUnsigned = false,
    drawn = 0,
    maxAttempts = 5,
    remainingMs = 120_000,
    shareEvidence = true,
  } = options;
  const progress = startProgress(maxAttempts);
  const controller = new AbortController();
  let verdict: Verdict | undefined;
  const admitted = () => {
    if (verdict?.kind !== "admitted") throw new Error(`not admitted: ${verdict?.kind ?? "held"}`);
    return verdict;
  };
  const settled = () => vi.advanceTimersByTimeAsync(0);
  return {
    progress,
    verdict: () => verdict,
    /** `"held"` while nothing is decided. */
    is: () => verdict?.kind ?? "held",
    abort: () => controller.abort(),
    /** Its next attempt, the first one included, is to be sent now. */
    async comesDue() {
      verdict = undefined;
      const policy = { shareEvidence, usesBudget: true, statuses: [], random: () => drawn };
      // Nothing is written into a call's progress: the loop does that.
      const due = {
        route,
        isUnsigned,
        progress: Object.freeze({ ...progress }),
        policy,
        remainingMs,
      };
      control.admit({ ...due, signal: controller.signal }).then((decided) => {
        verdict = decided;
      });
      await settled();
    },
    async succeeds() {
      admitted().settle();
      await settled();
    },
    async fails(error: ApiError) {
      progress.counted = admitted().settle(error);
      progress.rounds += 1;
      progress.lastFailure = error;
      await settled();
    },
    async withdraws() {
      admitted().withdraw();
      await settled();
    },
  };
}

export type Call = ReturnType<typeof callTo>;

/** Calls to one API that nothing is known of yet. */
export function calls(options: CallOptions = {}, budget: BudgetOptions | false = false) {
  const control = new AdmissionControl(budget);
  const call = () => callTo(control, options);
  return { control, a: call(), b: call(), c: call(), d: call() };
}

/** They all ask for the first time, and fail one after the other. */
export async function failTogether(begun: readonly Call[], error: () => ApiError) {
  for (const call of begun) await call.comesDue();
  for (const call of begun) await call.fails(error());
}
