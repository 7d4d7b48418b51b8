import type { ApiError, RetryStop } from "../error/api-error.ts";
import type { CallProgress } from "./call-progress.ts";
import { Changes } from "./changes.ts";
import { meaningOf } from "./error-meaning.ts";
import { RateLimitGate } from "./rate-limit-gate.ts";
import { type BudgetOptions, RetryBudget } from "./retry-budget.ts";
import type { RetryPolicy } from "./retry-policy.ts";
import { SharedEvidence, type Sighting } from "./shared-evidence.ts";

/** An attempt whose time has come. */
export interface DueAttempt {
  progress: Readonly<CallProgress>;
  policy: Pick<RetryPolicy, "shareEvidence" | "usesBudget" | "random">;
  /** What is left for the attempt with its waits. */
  remainingMs: number;
  signal: AbortSignal | undefined;
}

/** What becomes of an attempt. */
export type Admission =
  | Admitted
  | { kind: "refused"; refusal: Refusal }
  /** Its round counts without being sent: another call has just seen the API down. */
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
  told: { own: ApiError } | { heldBy: ApiError };
}

/** Wait for a change, this long at most, and judge again. */
interface Hold {
  holdMs: number;
}

/** One attempt's time between being due and being sent. */
interface Stay {
  readonly patienceEndMs: number;
  /** Past this nothing is sent. */
  readonly endMs: number;
  /** What had been seen of the API when the attempt came due. */
  readonly seenWhenDue: number;
  /** What closed the gate that it waits or waited at. */
  heldBy: ApiError | undefined;
  spreadEndMs: number | undefined;
}

/** How long an attempt is held at most; one that the rate limit would hold longer fails at once. */
const patienceMs = 5_000;

/** What a rate limit held back goes within this time once it is over. */
const spreadMs = 1_000;

/**
 * Of the wait since a call's own last failure, the later part in which what another call saw is news. Calls that failed
 * together come due in the second half of one wait; what is older was seen with their own failure. Without this a page
 * of ten took twice as long to recover from an outage of 3 s, and sent as many retries.
 */
const freshShare = 0.75;

/**
 * Holds the attempts of one API together: all of them by its rate limit, retries by what other calls have just seen and
 * by a budget. Nothing is held after its call's abort.
 */
export class AdmissionControl {
  readonly budget: RetryBudget | undefined;
  readonly #gate = new RateLimitGate();
  readonly #evidence = new SharedEvidence();
  readonly #changes = new Changes();

  constructor(budget: BudgetOptions | false | undefined) {
    this.budget = budget === false ? undefined : new RetryBudget(budget);
  }

  /** Whether a call that has not failed yet would have to wait. */
  isShut(): boolean {
    const state = this.#gate.stateAt(Date.now());
    return state === "closed" || state === "probed";
  }

  async admit(request: DueAttempt): Promise<Admission> {
    const stay: Stay = {
      patienceEndMs: Date.now() + Math.min(patienceMs, request.remainingMs),
      endMs: Date.now() + request.remainingMs,
      seenWhenDue: this.#evidence.order,
      heldBy: undefined,
      spreadEndMs: undefined,
    };
    while (!request.signal?.aborted) {
      const nowMs = Date.now();
      const verdict =
        this.#endOfTime(request, stay, nowMs) ??
        this.#holdAtGate(request, stay, nowMs) ??
        this.#holdByEvidence(request, stay, nowMs) ??
        this.#holdByBudget(request, stay, nowMs);
      if (!verdict) return this.#send(request);
      if ("kind" in verdict) return verdict;
      await this.#changes.wait(verdict.holdMs, request.signal);
    }
    return { kind: "aborted" };
  }

  /** The total time ran out while the attempt was held. */
  #endOfTime(
    { progress }: DueAttempt,
    { endMs, heldBy }: Stay,
    nowMs: number,
  ): Admission | undefined {
    const { lastFailure } = progress;
    const told = lastFailure ? { own: lastFailure } : heldBy && { heldBy };
    return nowMs < endMs || !told ? undefined : refused({ retryStopped: "deadline", told });
  }

  #holdAtGate(
    { progress, policy }: DueAttempt,
    stay: Stay,
    nowMs: number,
  ): Hold | Admission | undefined {
    const { lastFailure } = progress;
    const { closure } = this.#gate;
    const leftMs = stay.patienceEndMs - nowMs;
    switch (this.#gate.stateAt(nowMs)) {
      case "closed": {
        const holdMs = (closure?.untilMs ?? nowMs) - nowMs;
        if (closure && holdMs > leftMs)
          return refused({
            retryStopped: "retryAfterTooLong",
            retryAt: closure.untilMs,
            told: lastFailure ? { own: lastFailure } : { heldBy: closure.error },
          });
        stay.heldBy = closure?.error;
        return { holdMs };
      }
      case "probed":
        stay.heldBy = closure?.error;
        return leftMs > 0 ? { holdMs: leftMs } : undefined;
      case "reopening":
        return undefined;
      case "open":
        if (!stay.heldBy) return undefined;
        // Within what is left, or what is spread past its end would never be sent.
        stay.spreadEndMs ??= nowMs + policy.random() * Math.min(spreadMs, stay.endMs - nowMs);
        return nowMs < stay.spreadEndMs ? { holdMs: stay.spreadEndMs - nowMs } : undefined;
    }
  }

  #holdByEvidence(
    { progress, policy }: DueAttempt,
    stay: Stay,
    nowMs: number,
  ): Hold | Admission | undefined {
    const { lastFailure: own, counted, rounds, maxAttempts } = progress;
    if (!own || !counted || !policy.shareEvidence || !meaningOf(own).isShared) return undefined;
    // The last attempt takes nobody's word but what came after it was due: else an outage that is over would be shown.
    const isLast = rounds + 1 >= maxAttempts;
    const newerThan = isLast ? Math.max(stay.seenWhenDue, counted.order) : counted.order;
    const freshSinceMs = nowMs - (nowMs - counted.atMs) * freshShare;
    const seen = this.#evidence.failureSince(newerThan, freshSinceMs);
    if (seen) return { kind: "skipped", seen, own };
    const leftMs = stay.patienceEndMs - nowMs;
    return this.#evidence.isProbed && leftMs > 0 ? { holdMs: leftMs } : undefined;
  }

  /** The cost is taken only here, at the last moment, so that a retry that never comes due has nothing to give back. */
  #holdByBudget(
    { progress, policy }: DueAttempt,
    stay: Stay,
    nowMs: number,
  ): Hold | Admission | undefined {
    const { lastFailure } = progress;
    if (!lastFailure || !policy.usesBudget || !this.budget) return undefined;
    const taken = this.budget.take(lastFailure);
    if (taken === "taken") return undefined;
    const leftMs = stay.patienceEndMs - nowMs;
    if (taken === "wait" && leftMs > 0) return { holdMs: leftMs };
    return refused({ retryStopped: "budget", told: { own: lastFailure } });
  }

  #send({ progress, policy }: DueAttempt): Admitted {
    const { lastFailure } = progress;
    const gate = this.#gate.stateAt(Date.now());
    // Over for this attempt, whoever is the probe: any answer to it shows that the limit has passed.
    const closure = gate === "closed" ? undefined : this.#gate.closure;
    const isGateProbe = gate === "reopening";
    const isProbe = lastFailure !== undefined && meaningOf(lastFailure).isShared;
    const cost =
      lastFailure && policy.usesBudget && this.budget
        ? this.budget.costAfter(lastFailure)
        : undefined;
    if (isGateProbe) this.#gate.startProbe();
    if (isProbe) this.#evidence.startProbe();
    return {
      kind: "admitted",
      withdraw: () => {
        if (closure && isGateProbe) this.#gate.endProbe(closure, false);
        if (isProbe) this.#evidence.endProbe();
        this.budget?.settle(cost, "answered");
        this.#changes.tell();
      },
      settle: (error) => {
        const nowMs = Date.now();
        const came = outcomeOf(error);
        if (error) this.#gate.note(error, nowMs);
        if (closure && (isGateProbe || isAnswer(error)))
          this.#gate.endProbe(closure, isAnswer(error));
        if (isProbe) this.#evidence.endProbe();
        if (came !== "failure") this.#evidence.noteAlive();
        const seen = error && this.#evidence.noteFailure(error, nowMs);
        this.budget?.settle(cost, came);
        this.#changes.tell();
        return seen;
      },
    };
  }
}

function refused(refusal: Refusal): Admission {
  return { kind: "refused", refusal };
}

function outcomeOf(error: ApiError | undefined): "success" | "answered" | "failure" {
  if (!error) return "success";
  return meaningOf(error).showsUp ? "answered" : "failure";
}

function isAnswer(error: ApiError | undefined): boolean {
  return !error || meaningOf(error).isAnswer;
}
