import { ApiError, type ApiErrorFields } from "../error/api-error.ts";
import type { Call } from "./call.ts";
import { credentialsFailure, endedFailure, fetchFailure } from "./call-failure.ts";
import { startDeadline } from "./deadline.ts";
import { parseAnswerHead, readAnswer } from "./read-answer.ts";
import { setHeaders } from "./request-headers.ts";

export type Outcome<Output> = { value: Output } | { error: ApiError };

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
): Promise<Outcome<Output>> {
  const known: Known = identityOf(call);
  const deadline = startDeadline(Math.min(call.timeoutMs, remainingMs), call.signal);
  try {
    return { value: await deadline.race(() => exchange(call, known, deadline.signal)) };
  } catch (thrown) {
    const { aborted, reason } = deadline.signal;
    if (aborted) return { error: endedFailure(known, reason) };
    return { error: thrown instanceof ApiError ? thrown : fetchFailure(known, thrown) };
  } finally {
    deadline.release();
  }
}

/** What every error of a call names. */
export function identityOf({ route, method, path }: Call<unknown>): Known {
  return { route, method, path };
}

async function exchange<Output>(
  call: Call<Output>,
  known: Known,
  signal: AbortSignal,
): Promise<Output> {
  const signed = await sign(call, known);
  try {
    return await sendSigned(call, signed, known, signal);
  } catch (refused) {
    if (!isUnauthorized(refused) || !call.credentials?.renew) throw refused;
    // What follows is another exchange: nothing of the refusal belongs to it.
    forgetAnswer(known);
    if (!(await renew(call, signed, known))) throw refused;
    return await sendSigned(call, await sign(call, known), known, signal);
  }
}

async function sendSigned<Output>(
  call: Call<Output>,
  signed: Signed,
  known: Known,
  signal: AbortSignal,
): Promise<Output> {
  signal.throwIfAborted();
  const headers = new Headers(call.headers);
  setHeaders(headers, signed, "credentials");
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
    throw fetchFailure(known, thrown);
  }
}

type Signed = Readonly<Record<string, string>>;

async function sign({ credentials }: Call<unknown>, known: Known): Promise<Signed> {
  try {
    const signed = (await credentials?.headers()) ?? {};
    setHeaders(new Headers(), signed, "credentials");
    return signed;
  } catch (thrown) {
    throw credentialsFailure(known, thrown);
  }
}

async function renew(call: Call<unknown>, refused: Signed, known: Known): Promise<boolean> {
  try {
    return (await call.credentials?.renew?.(refused)) ?? false;
  } catch (thrown) {
    throw credentialsFailure(known, thrown);
  }
}

function forgetAnswer(known: Known): void {
  for (const key of ["status", "requestId", "retryAfterMs"]) Reflect.deleteProperty(known, key);
}

function isUnauthorized(thrown: unknown): boolean {
  return thrown instanceof ApiError && thrown.status === 401;
}
