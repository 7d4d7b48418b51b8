import { ApiError, type ApiErrorFields } from "../error/api-error.ts";
import type { CallProgress } from "../retry/call-progress.ts";
import type { Call } from "./call.ts";
import {
  credentialsFailure,
  endedFailure,
  fetchFailure,
  signedOutFailure,
} from "./call-failure.ts";
import { startDeadline } from "./deadline.ts";
import { parseAnswerHead, readAnswer } from "./read-answer.ts";
import { setHeaders } from "./request-headers.ts";
import type { Signature, Signer } from "./signer.ts";

export type Outcome<Output> =
  | { value: Output }
  | {
      error: ApiError;
      /** Trying again would do harm, whatever the error is. */
      isFinal?: true;
      /** The person the call belongs to has gone, so that nothing was sent. */
      isUnsent?: true;
    };

/** What is known before an answer comes, and grows when its head does. */
type Known = Partial<ApiErrorFields>;

/**
 * Sends a call once and reads the whole answer, within the attempt's time limit and what is left of the total, also
 * where `fetch`, the body or the credentials do not heed the signal. Every failure comes back as an `ApiError`; nothing
 * is thrown.
 */
export async function attemptCall<Output>(
  call: Call<Output>,
  remainingMs: number,
  progress: CallProgress,
): Promise<Outcome<Output>> {
  const known: Known = identityOf(call);
  const deadline = startDeadline(Math.min(call.timeoutMs, remainingMs), call.signal);
  try {
    const { signal } = deadline;
    return { value: await deadline.race(() => exchange(call, { known, progress, signal })) };
  } catch (thrown) {
    const { aborted, reason } = deadline.signal;
    if (aborted) return { error: endedFailure(known, reason) };
    if (thrown instanceof OwnerGone) return { error: thrown.error, isUnsent: true };
    if (thrown instanceof RenewalFailed) return failedRenewal(thrown.error);
    return {
      error: thrown instanceof ApiError ? thrown : fetchFailure(known, thrown, call.isPagesFetch),
    };
  } finally {
    deadline.release();
  }
}

/**
 * Finds out who a call is for that cannot be sent yet.
 * @returns the failure of the app's own credentials, if they fail
 */
export async function findOwner(
  call: Call<unknown>,
  remainingMs: number,
  progress: CallProgress,
): Promise<ApiError | undefined> {
  const { signer } = call;
  if (!signer || progress.owner) return undefined;
  const known = identityOf(call);
  const deadline = startDeadline(Math.min(call.timeoutMs, remainingMs), call.signal);
  try {
    const { identity } = await deadline.race(() => sign(signer, known));
    progress.owner = { identity };
    return undefined;
  } catch (thrown) {
    if (deadline.signal.aborted) return endedFailure(known, deadline.signal.reason);
    return thrown instanceof ApiError ? thrown : credentialsFailure(known, thrown);
  } finally {
    deadline.release();
  }
}

/** What every error of a call names. */
export function identityOf({ api, route, method, path }: Call<unknown>): Known {
  return { api, route, method, path };
}

interface Exchange {
  known: Known;
  progress: CallProgress;
  signal: AbortSignal;
}

async function exchange<Output>(call: Call<Output>, exchanged: Exchange): Promise<Output> {
  const { signer } = call;
  const { known, progress } = exchanged;
  const signed = signer && (await sign(signer, known));
  if (!mayBeSent(progress, signed)) throw new OwnerGone(signedOutFailure(known));
  try {
    return await sendSigned(call, signed, exchanged);
  } catch (refused) {
    if (!isUnauthorized(refused) || !signer?.canRenew || !signed) throw refused;
    // What follows is another exchange: nothing of the refusal belongs to it.
    forgetAnswer(known);
    if (!(await renew(signer, signed, known))) throw refused;
    const renewed = await sign(signer, known);
    if (!mayBeSent(progress, renewed)) throw refused;
    return await sendSigned(call, renewed, exchanged);
  }
}

/**
 * A call is sent for the person it was begun for. One that was begun for nobody may be signed later, and belongs to that
 * person from then on.
 */
function mayBeSent(progress: CallProgress, signed: Signature | undefined): boolean {
  if (progress.isForgotten?.()) return false;
  if (!signed) return true;
  const { identity } = progress.owner ?? signed;
  if (identity !== undefined && identity !== signed.identity) return false;
  progress.owner = { identity: signed.identity };
  return true;
}

async function sendSigned<Output>(
  call: Call<Output>,
  signed: Signature | undefined,
  { known, progress, signal }: Exchange,
): Promise<Output> {
  signal.throwIfAborted();
  const headers = new Headers(call.headers);
  setHeaders(headers, signed?.headers ?? {}, "credentials");
  progress.sent += 1;
  const response = await send(call, { headers, signal }, known);
  Object.assign(known, parseAnswerHead(response, known));
  return readAnswer(response, known, call);
}

async function send(call: Call<unknown>, init: RequestInit, known: Known): Promise<Response> {
  // Called on its own: the browser's fetch refuses to be a method of anything but the window.
  const { fetch } = call;
  const { url, method, redirect, body = null } = call;
  try {
    return await fetch(url, { ...init, method, body, redirect });
  } catch (thrown) {
    throw fetchFailure(known, thrown, call.isPagesFetch);
  }
}

async function sign(signer: Signer, known: Known): Promise<Signature> {
  try {
    return await signer.sign();
  } catch (thrown) {
    throw credentialsFailure(known, thrown);
  }
}

async function renew(signer: Signer, refused: Signature, known: Known): Promise<boolean> {
  try {
    return await signer.renew(refused);
  } catch (thrown) {
    throw new RenewalFailed(credentialsFailure(known, thrown));
  }
}

/** The person whose call it is has gone: a value on its way out of the exchange, never seen outside of it. */
class OwnerGone {
  constructor(readonly error: ApiError) {}
}

class RenewalFailed {
  constructor(readonly error: ApiError) {}
}

/** Asking for a token twice may cost the session, where each is good for one renewal: only no answer is asked for again. */
function failedRenewal(error: ApiError): Outcome<never> {
  return error.kind === "network" ? { error } : { error, isFinal: true };
}

function forgetAnswer(known: Known): void {
  for (const key of ["status", "requestId", "retryAfterMs"]) Reflect.deleteProperty(known, key);
}

function isUnauthorized(thrown: unknown): boolean {
  return thrown instanceof ApiError && thrown.status === 401;
}
