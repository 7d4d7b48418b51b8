import { noteOutcome } from "../envelope/known-errors.ts";
import { toApiError } from "../envelope/to-api-error.ts";
import { type ApiError, amendApiError, type CallOutcome } from "../error/api-error.ts";
import { isObject } from "../error/is-object.ts";
import { internalsOf } from "../fetcher/api.ts";
import { type FailedCall, failedCallOf, noteFailedCall } from "../fetcher/failed-call.ts";
import { newKey } from "../fetcher/idempotency-key.ts";
import {
  type CallOwner,
  type CallProgress,
  type RetryProgress,
  startProgress,
} from "../retry/call-progress.ts";
import { monotonicMs } from "../retry/clock.ts";
import type { RetryDecision } from "../retry/retry-policy.ts";
import type { BegunRequest } from "./begun-request.ts";

/** One call with all its attempts: the fetch of a query, of one page of an infinite query, or of a mutation. */
export interface CallRecord extends CallProgress {
  readonly request: BegunRequest;
  readonly idempotencyKey: string | undefined;
}

/** What is fixed about a mutation's call before its function runs. */
export interface Beginning {
  /** Whether the person has signed out since. */
  isForgotten: () => boolean;
  request?: BegunRequest | undefined;
  /** Who the call belongs to, if it is held before its first attempt. */
  owner?: Promise<CallOwner> | undefined;
  /** The key of the call that is sent again by hand. */
  idempotencyKey?: string | undefined;
  /** The call has succeeded: a later failure is that of a callback. */
  isDone?: true;
}

/** The record of a call that has sent nothing yet. */
export function newRecord(
  request: BegunRequest,
  call: {
    maxAttempts: number;
    /** Whether the person has signed out since the call began. */
    isForgotten: () => boolean;
    /** The key of the call that is sent again. */
    idempotencyKey: string | undefined;
  },
): CallRecord {
  const { idempotencyKey } = request.request;
  // An empty key stays, so that the fetcher refuses it.
  const own = idempotencyKey === false ? undefined : idempotencyKey;
  const key = call.idempotencyKey ?? (own === true ? newKey() : own);
  const { isForgotten } = call;
  return { ...startProgress(call.maxAttempts), isForgotten, request, idempotencyKey: key };
}

/** Records the failure of an attempt of the kit's own call, and what follows it. */
export function failCall(call: CallRecord, error: ApiError, decision: RetryDecision): void {
  noteDecision(error, { api: internalsOf(call.request.api), progress: call, decision });
}

/**
 * Records the failure of an attempt and what follows it, also on the error itself.
 * @param thrown the value that the error was read from, which other readers may read in another way
 */
export function noteDecision(
  error: ApiError,
  failed: FailedCall & { readonly decision: RetryDecision },
  thrown: unknown = error,
): void {
  const { decision, progress } = failed;
  const { sent: attempts, rounds, maxAttempts } = progress;
  const { retryAt } = decision;
  const outcome: CallOutcome = decision.retry
    ? { attempts, retryAt }
    : { attempts, retryAt, retryStopped: decision.retryStopped };
  const wait = decision.retry
    ? { attempt: rounds + 1, maxAttempts, nextAttemptAt: Date.now() + decision.delayMs, retryAt }
    : undefined;
  noteFailedCall(amendApiError(error, outcome), { ...failed, wait });
  if (thrown === error || !isObject(thrown)) return;
  noteOutcome(thrown, outcome);
  noteFailedCall(thrown, { ...failed, wait });
}

/** Query pauses the call whose attempt failed with this, before its next attempt. */
export function pauseCall(thrown: unknown): void {
  const call = callThatFailedWith(thrown);
  if (call) call.pausedMs = monotonicMs();
}

/** Query has ended the call that failed with this. If the policy would have gone on, an own `retry` ended it. */
export function noteStop(thrown: unknown): void {
  const failed = failureOf(thrown);
  if (!failed?.decision?.retry) return;
  const { api, progress } = failed;
  const { retryAt } = failed.decision;
  const decision = { retry: false, retryStopped: "disabled", retryAt } as const;
  const error = toApiError(thrown);
  noteDecision(error, { ...failed, decision }, thrown);
  if (isRecord(progress)) api.end(error, progress);
}

/** The call whose attempt failed with this, if TanStack Query loops over its attempts. */
export function callThatFailedWith(thrown: unknown): CallRecord | undefined {
  const call = failureOf(thrown)?.progress;
  return call && isRecord(call) ? call : undefined;
}

/** What follows this failure. */
export function decisionAfter(thrown: unknown): RetryDecision | undefined {
  return failureOf(thrown)?.decision;
}

/** The wait after this failure; undefined if no attempt follows. */
export function retryProgressOf(thrown: unknown): RetryProgress | undefined {
  return failureOf(thrown)?.wait;
}

function failureOf(thrown: unknown): FailedCall | undefined {
  return thrown === null || thrown === undefined ? undefined : failedCallOf(toApiError(thrown));
}

function isRecord(progress: CallProgress): progress is CallRecord {
  return "request" in progress;
}

const begun = Symbol("begun");

/** Meta for a mutation that begins. Query passes the meta object of that moment on to the mutation's function. */
export function metaOfBegun(
  meta: Readonly<Record<string, unknown>> | undefined,
  beginning: Beginning,
): Record<string, unknown> {
  return Object.assign({ ...meta }, { [begun]: beginning });
}

/** How a mutation began, if that is known before its function runs. */
export function beginningIn(meta: object | undefined): Beginning | undefined {
  const beginning: unknown = meta && Reflect.get(meta, begun);
  return isBeginning(beginning) ? beginning : undefined;
}

function isBeginning(value: unknown): value is Beginning {
  return typeof value === "object" && value !== null && "isForgotten" in value;
}
