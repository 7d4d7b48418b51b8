import type { ApiError } from "../error/api-error.ts";
import { Listeners } from "../error/listeners.ts";
import type { Seen, SeenApi } from "./api-status.ts";
import type { CallProgress } from "./call-progress.ts";
import { leftMs, monotonicMs } from "./clock.ts";
import { meaningOf } from "./error-meaning.ts";
import type { DueAttempt, HeldAttempt, Hold } from "./held-attempt.ts";
import { type GateScope, RateLimits } from "./rate-limits.ts";
import { type BudgetOptions, RetryBudget } from "./retry-budget.ts";
import { SharedEvidence } from "./shared-evidence.ts";
import { type Admitted, refused, toldTo, type Verdict } from "./verdict.ts";
import { WaitingLine } from "./waiting-line.ts";

/** The longest time that an attempt is held. If a rate limit lasts longer, the attempt is refused at once. */
const longestHoldMs = 5_000;

/** While an API is down, one refetch per this time is sent, to see whether it still is. */
const lookIntervalMs = 5_000;

/** When a rate limit is over, the attempts that it held are sent within this time. */
const spreadMs = 1_000;

/**
 * Decides when the attempts of one API may be sent. Rate limits hold all attempts; a budget, and what other calls have
 * just seen, hold retries. An aborted call is held no longer.
 *
 * Call A gets a 429 with `Retry-After: 3`. Call B begins a second later, waits 2 s at the gate and is sent first. Call
 * C begins after B and waits for B's answer. If B succeeds, the gate opens, and C is sent within the next second.
 */
export class AdmissionControl implements SeenApi {
  readonly budget: RetryBudget | undefined;
  readonly #limits: RateLimits;
  /** When the next refetch may be sent during an outage, on the monotonic clock. */
  #nextLookMs = 0;
  readonly #evidence = new SharedEvidence();
  readonly #answers = new Listeners<[]>();
  /** Attempts that wait for their part of the second after a gate has opened. */
  readonly #spread = new WaitingLine();
  /** Retries that wait for the answer to another call's retry. */
  readonly #forNews = new WaitingLine();
  /**
   * Retries that wait for another retry to give its cost back. Those in `shared` failed with an error that speaks for
   * the whole API: when another call fails that way, they count their round instead.
   */
  readonly #forBudget = { shared: new WaitingLine(), own: new WaitingLine() };

  constructor(budget: BudgetOptions | false | undefined, scope?: GateScope | undefined) {
    this.budget = budget === false ? undefined : new RetryBudget(budget);
    this.#limits = new RateLimits(scope);
  }

  /** Whether a rate limit would hold a call of this route that has not failed yet. */
  isShut({ route, isUnsigned }: Pick<DueAttempt, "route" | "isUnsigned">): boolean {
    return this.#limits
      .of(route, isUnsigned)
      .some(({ state }) => state === "closed" || state === "probed");
  }

  get seen(): Seen {
    return { isDown: this.#evidence.isDown, limitedUntil: this.#limits.ofApiUntil };
  }

  onAnswer(listener: () => void): () => void {
    return this.#answers.add(listener);
  }

  forgetOutage(): void {
    this.#evidence.forgetOutage();
  }

  /** A call has failed for good. If it had all the retries that it may have, its route gets none for a while. */
  noteEnd({ rounds }: Pick<CallProgress, "rounds">, { route = "", retryStopped }: ApiError): void {
    const isOutOfRetries = retryStopped === "attempts" || retryStopped === "disabled";
    if (isOutOfRetries && rounds > 1) this.budget?.noteBroken(route);
  }

  async admit(due: DueAttempt): Promise<Verdict> {
    const { remainingMs, signal } = due;
    const dueMs = monotonicMs();
    const held: HeldAttempt = {
      ...due,
      patienceEndMs: dueMs + Math.min(longestHoldMs, remainingMs),
      endMs: dueMs + remainingMs,
      seenWhenDue: this.#evidence.order,
      heldBy: undefined,
      spreadEndMs: undefined,
    };
    while (!signal?.aborted) {
      const nowMs = monotonicMs();
      const judged =
        this.#endOfTime(held, nowMs) ??
        this.#holdAtGates(held, nowMs) ??
        this.#yieldToOutage(held, nowMs) ??
        this.#holdForNews(held, nowMs) ??
        this.#holdForBudget(held, nowMs) ??
        this.#admitted(held);
      // The called attempt may be held by something else now, or leave some of the budget: call the next one too.
      this.#callNext();
      if ("kind" in judged) return judged;
      const called = judged.line.wait(judged.holdMs, signal, held.patienceEndMs);
      this.#watchOpenings();
      await called;
      this.#watchOpenings();
    }
    this.#callNext();
    return { kind: "aborted" };
  }

  /** Ends a call whose total time ran out while its attempt was held. */
  #endOfTime(held: HeldAttempt, nowMs: number): Verdict | undefined {
    const told = toldTo(held.progress, held.heldBy);
    return nowMs < held.endMs || !told ? undefined : refused({ retryStopped: "deadline", told });
  }

  #holdAtGates(held: HeldAttempt, nowMs: number): Hold | Verdict | undefined {
    const patienceMs = held.patienceEndMs - nowMs;
    let goesFirst = false;
    for (const { state, closure, line } of this.#limits.of(held.route, held.isUnsigned)) {
      if (state === "open") continue;
      goesFirst = true;
      if (state === "reopening") continue;
      held.heldBy = closure?.error;
      if (state === "probed") {
        if (patienceMs > 0) return { line, holdMs: patienceMs };
        continue;
      }
      // An earlier limit's part of a second is over by now: without a new one, all attempts would be sent at once.
      held.spreadEndMs = undefined;
      const told = toldTo(held.progress, held.heldBy);
      const closedMs = closure ? Math.ceil(leftMs(closure.until)) : 0;
      return closedMs > patienceMs && told
        ? refused({ retryStopped: "heldBack", retryAt: Date.now() + closedMs, told })
        : { line, holdMs: patienceMs };
    }
    if (goesFirst || !held.heldBy) return undefined;
    // Within the call's remaining time: an attempt that is spread past its end would never be sent.
    held.spreadEndMs ??= nowMs + held.policy.random() * Math.min(spreadMs, held.endMs - nowMs);
    return nowMs < held.spreadEndMs
      ? { line: this.#spread, holdMs: held.spreadEndMs - nowMs }
      : undefined;
  }

  /**
   * While the API is known to be down, refetches are held back, except one now and then. A refetch that has begun goes
   * on with its retries: an outage that ends before them is never shown.
   */
  #yieldToOutage({ progress }: HeldAttempt, nowMs: number): Verdict | undefined {
    const heldBy = this.#evidence.failedBy;
    const mayWait = progress.isBackground === true && progress.lastFailure === undefined;
    if (!mayWait || !heldBy || nowMs >= this.#nextLookMs) return undefined;
    const retryAt = Date.now() + Math.ceil(this.#nextLookMs - nowMs);
    return refused({ retryStopped: "heldBack", retryAt, told: { heldBy } });
  }

  #holdForNews(held: HeldAttempt, nowMs: number): Hold | Verdict | undefined {
    const { progress, policy } = held;
    const { lastFailure: own, counted, rounds, maxAttempts } = progress;
    if (!own || !counted || !policy.shareEvidence || !meaningOf(own).isShared) return undefined;
    // The last attempt is skipped only for news since it came due: else the call would show an outage that is over.
    const isLast = rounds + 1 >= maxAttempts;
    const seen = this.#evidence.newsSince(counted, nowMs, isLast ? held.seenWhenDue : 0);
    if (seen) return { kind: "skipped", seen, own };
    // Call A's retry is under way. Its answer will do for call B, which has come due meanwhile.
    const patienceMs = held.patienceEndMs - nowMs;
    return this.#evidence.isProbed && patienceMs > 0
      ? { line: this.#forNews, holdMs: patienceMs }
      : undefined;
  }

  /** The cost is taken only now, at the last moment, so that a retry that is never sent has nothing to give back. */
  #holdForBudget(held: HeldAttempt, nowMs: number): Hold | Verdict | undefined {
    const { progress, policy } = held;
    const { lastFailure } = progress;
    if (!lastFailure || !policy.usesBudget || !this.budget) return undefined;
    const taken = this.budget.take(held.route);
    if (taken === "taken") return undefined;
    // Call A took the last of the budget. If A's retry works, call B may have it.
    const patienceMs = held.patienceEndMs - nowMs;
    const { isShared } = meaningOf(lastFailure);
    if (taken === "wait" && patienceMs > 0)
      return { line: this.#forBudget[isShared ? "shared" : "own"], holdMs: patienceMs };
    return refused({ retryStopped: "budget", told: { own: lastFailure } });
  }

  #admitted({ route, isUnsigned, progress, policy }: HeldAttempt): Admitted {
    const { lastFailure } = progress;
    if (progress.isBackground) this.#nextLookMs = monotonicMs() + lookIntervalMs;
    // Limits whose time is over. Any answer to this attempt shows that they have passed, even if it is not the probe.
    const passed = this.#limits.of(route, isUnsigned).filter(({ state }) => state !== "closed");
    const gates = passed.map((gate) => ({
      gate,
      closure: gate.closure,
      isProbe: gate.state === "reopening",
    }));
    const endProbes = (isAnswered: boolean) => {
      for (const { gate, closure, isProbe } of gates)
        if (closure && (isProbe || isAnswered)) gate.endProbe(closure, isAnswered);
    };
    const isProbe = lastFailure !== undefined && meaningOf(lastFailure).isShared;
    const isPaid = lastFailure !== undefined && policy.usesBudget;
    for (const { gate, isProbe } of gates) if (isProbe) gate.startProbe();
    if (isProbe) this.#evidence.startProbe();
    return {
      kind: "admitted",
      withdraw: () => {
        endProbes(false);
        if (isProbe) this.#evidence.endProbe();
        this.budget?.settle(isPaid, "answered");
        this.#callNext();
      },
      settle: (error) => {
        const settledMs = monotonicMs();
        const { isAnswer, showsUp, isShared } = error ? meaningOf(error, policy.statuses) : success;
        const closed = error && this.#limits.note(error, route);
        endProbes(isAnswer);
        if (isProbe) this.#evidence.endProbe();
        if (showsUp) this.#evidence.noteAlive();
        const seen = error && this.#evidence.noteFailure(error, settledMs);
        if (showsUp) this.budget?.noteWell(route);
        // An abort says nothing about the API.
        const isFailure = !showsUp && error?.kind !== "aborted";
        this.budget?.settle(isPaid, error ? (isFailure ? "failure" : "answered") : "success");
        if (closed) for (const line of this.#lines()) line.callAll();
        if (isShared) for (const line of [this.#forNews, this.#forBudget.shared]) line.callAll();
        this.#answers.tell();
        this.#callNext();
        return seen;
      },
    };
  }

  #watchOpenings(): void {
    for (const gate of this.#limits.all) gate.watchOpening();
  }

  /** All lines: a new limit concerns every held attempt. */
  #lines(): readonly WaitingLine[] {
    const atGates = this.#limits.all.map(({ line }) => line);
    return [...atGates, this.#spread, this.#forNews, ...Object.values(this.#forBudget)];
  }

  /**
   * Calls the first of each line that may go. Each attempt calls the next one when it has been judged: so each is woken
   * once, and only one of those at a gate that reopens.
   */
  #callNext(): void {
    for (const gate of this.#limits.all) gate.callNext();
    if (!this.#evidence.isProbed) this.#forNews.callFirst();
    const { shared, own } = this.#forBudget;
    const earlier = shared.firstSinceMs <= own.firstSinceMs ? shared : own;
    if (!this.budget?.isAwaited) earlier.callFirst();
  }
}

/** {@link meaningOf} for an answer without an error. */
const success = { isAnswer: true, showsUp: true, isShared: false };
