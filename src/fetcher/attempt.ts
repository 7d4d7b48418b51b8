import type { ApiError } from "../error/api-error.ts";
import { givenOptions } from "../error/given-options.ts";
import { toLocalError } from "../error/local-error.ts";
import type { CallProgress } from "../retry/call-progress.ts";
import {
  credentialsFailure,
  endedFailure,
  fetchFailure,
  misusedFetchFailure,
  refreshFailure,
  signedOutFailure,
} from "./call-failure.ts";
import { mayBeSent } from "./call-owner.ts";
import { type Deadline, startDeadline } from "./deadline.ts";
import { endpointOf, type PreparedRequest } from "./prepared-request.ts";
import { type AnswerHead, misuseOf, parseAnswerHead, type Result } from "./read-answer.ts";
import { setHeaders } from "./request-headers.ts";
import { maySendAgain } from "./sent-once.ts";
import type { Refused, Signature, Signer } from "./signer.ts";

export type Outcome<Output> =
  | { value: Output }
  | {
      error: ApiError;
      /** No attempt may follow, whatever the error is. */
      isFinal?: true;
      /** The API's own error answer, if the call failed for another reason: credentials may call other services. */
      evidence?: ApiError;
      /** Nothing was sent, because the call's person is no longer signed in. */
      isUnsent?: true;
    };

interface Attempt<Output = unknown> {
  request: PreparedRequest<Output>;
  progress: CallProgress;
  deadline: Deadline;
}

/**
 * Sends a call once and reads the whole answer, within the attempt's time limit and the rest of the total time, even if
 * `fetch`, the body or the credentials ignore the signal. Returns every failure as an `ApiError`; nothing is thrown.
 */
export async function attemptRequest<Output>(
  request: PreparedRequest<Output>,
  remainingMs: number,
  progress: CallProgress,
): Promise<Outcome<Output>> {
  const deadline = startDeadline(Math.min(request.timeoutMs, remainingMs), request.signal);
  try {
    return await signAndSend({ request, progress, deadline });
  } finally {
    deadline.release();
  }
}

/**
 * Finds out who a call is for that cannot be sent yet.
 * @returns the failure of the app's own credentials, if they fail
 */
export async function findOwner(
  request: PreparedRequest,
  remainingMs: number,
  progress: CallProgress,
): Promise<ApiError | undefined> {
  const { signer } = request;
  if (!signer || progress.owner) return undefined;
  const deadline = startDeadline(Math.min(request.timeoutMs, remainingMs), request.signal);
  try {
    const signed = await begin({ request, progress, deadline }, signer);
    if ("error" in signed) return signed.error;
    progress.owner ??= { identity: signed.value.identity };
    return undefined;
  } finally {
    deadline.release();
  }
}

async function signAndSend<Output>(attempt: Attempt<Output>): Promise<Outcome<Output>> {
  const { request, progress, deadline } = attempt;
  const { signer } = request;
  if (!signer) return mayBeSent(progress, undefined) ? sendSigned(attempt, {}) : signedOut(request);
  const signed = await begin(attempt, signer);
  if ("error" in signed) return signed;
  if (!mayBeSent(progress, signed.value)) return signedOut(request);
  const sent = await sendSigned(attempt, signed.value.headers);
  if (!isRefused(sent) || deadline.signal.aborted || !signer.canRenew) return sent;
  if (!maySendAgain(request)) return sent;

  const route = `${request.api} ${request.route}`;
  const renewed = await renew(attempt, signer, { route, signature: signed.value });
  if ("error" in renewed) return renewed.isFinal ? { ...renewed, evidence: sent.error } : renewed;
  if (!renewed.value) return sent;
  const signedAnew = await askCredentials(attempt, () => signer.sign());
  if ("error" in signedAnew) return signedAnew;
  if (!mayBeSent(progress, signedAnew.value)) return sent;
  const sentAnew = await sendSigned(attempt, signedAnew.value.headers);
  if (isRefused(sentAnew)) signer.noteFutile({ route, signature: signedAnew.value });
  return sentAnew;
}

function isRefused(outcome: Outcome<unknown>): outcome is { error: ApiError } {
  return "error" in outcome && outcome.error.status === 401;
}

function signedOut(request: PreparedRequest): Outcome<never> {
  return { error: signedOutFailure(endpointOf(request)), isUnsent: true };
}

/** Sends one request and reads its answer. An error gets only what this answer's own head says. */
async function sendSigned<Output>(
  attempt: Attempt<Output>,
  signedHeaders: Signature["headers"],
): Promise<Outcome<Output>> {
  const { request } = attempt;
  const broken = (thrown: unknown, head?: AnswerHead) =>
    fetchFailure(endpointOf(request), thrown, request.isPagesFetch, head);
  const answered = await within(attempt, () => send(attempt, signedHeaders), broken);
  if ("error" in answered) return answered;
  const { response, head } = answered.value;
  const read = await within(
    attempt,
    () => request.read({ response, head, request, deadline: attempt.deadline }),
    broken,
    head,
  );
  return "error" in read && head.isFinal ? { ...read, isFinal: true } : read;
}

async function send(
  { request, progress, deadline }: Attempt,
  signedHeaders: Signature["headers"],
): Promise<Result<{ response: Response; head: AnswerHead }>> {
  const headers = new Headers(request.headers);
  setHeaders(headers, signedHeaders, "credentials");
  // Without a receiver: the browser's fetch refuses to be a method of anything but `window`.
  const { fetch, url, init, method, body = null } = request;
  const { signal } = deadline;
  progress.sent += 1;
  const response = await fetch(url.href, givenOptions({ ...init, headers, signal, method, body }));
  const misuse = misuseOf(response);
  if (misuse) return { error: misusedFetchFailure(endpointOf(request), misuse) };
  // The answer of a fetch that ignores the signal: nobody will read it.
  if (signal.aborted) await response.body?.cancel();
  return { value: { response, head: parseAnswerHead(response, request) } };
}

/** Signs the attempt. If the call has just begun, first finds out whose it is, if that is known without the headers. */
function begin(
  { request, progress, deadline }: Attempt,
  signer: Signer,
): Promise<Result<Signature> & { evidence?: ApiError }> {
  return askCredentials({ request, deadline }, async () => {
    const begunFor = progress.owner ? undefined : signer.person();
    const [identity, signature] = await Promise.all([begunFor, signer.sign()]);
    if (identity !== undefined) progress.owner ??= { identity };
    return signature;
  });
}

async function renew(
  attempt: Attempt,
  signer: Signer,
  refused: Refused,
): Promise<Result<boolean> & { evidence?: ApiError; isFinal?: true }> {
  const { progress, deadline } = attempt;
  const ask = () => signer.renew(refused, progress.pressedAtMs);
  const renewed = await askCredentials(attempt, ask, refreshFailure);
  if ("value" in renewed || deadline.signal.aborted) return renewed;
  // Asking twice may cost the session, if each refresh token is good only once: only a network failure is retried.
  return renewed.error.kind === "network" ? renewed : { ...renewed, isFinal: true };
}

/** Runs a step of the app's own credentials. Their failure says nothing about the API that they sign for. */
async function askCredentials<T>(
  { request, deadline }: Pick<Attempt, "request" | "deadline">,
  ask: () => Promise<T>,
  toFailure = credentialsFailure,
): Promise<Result<T> & { evidence?: ApiError }> {
  const asked = await within(
    { request, deadline },
    async () => ({ value: await ask() }),
    (thrown) => toFailure(endpointOf(request), thrown),
  );
  const isTheirs = "error" in asked && !deadline.signal.aborted;
  return isTheirs ? { ...asked, evidence: toLocalError(undefined) } : asked;
}

/**
 * Runs a step of an attempt, which ends no later than the attempt's deadline.
 * @param head the head of the answer that the step reads
 */
async function within<T>(
  { request, deadline }: Pick<Attempt, "request" | "deadline">,
  step: () => Promise<Result<T>>,
  toFailure: (thrown: unknown, head?: AnswerHead) => ApiError,
  head?: AnswerHead,
): Promise<Result<T>> {
  try {
    return await deadline.race(step);
  } catch (thrown) {
    const { aborted, reason } = deadline.signal;
    const error = aborted
      ? endedFailure(endpointOf(request), reason, head)
      : toFailure(thrown, head);
    return { error };
  }
}
