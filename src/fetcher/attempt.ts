import { ApiError, type ApiErrorFields } from "../error/api-error.ts";
import { toApiError } from "../error/to-api-error.ts";
import type { Call } from "./call.ts";
import { type Deadline, startDeadline } from "./deadline.ts";
import { readAnswer } from "./read-answer.ts";

export type Outcome<Output> = { value: Output } | { error: ApiError };

/**
 * Sends a call once and reads the whole answer, within the attempt's time limit and what is left of the total.
 * Every failure comes back as an `ApiError`; nothing is thrown.
 */
export async function attemptCall<Output>(
  call: Call<Output>,
  remainingMs: number,
): Promise<Outcome<Output>> {
  const known = { route: call.route, method: call.method, path: call.path };
  const deadline = startDeadline(Math.min(call.timeoutMs, remainingMs), call.signal);
  try {
    const headers = new Headers(call.headers);
    const signed = (await call.credentials?.headers()) ?? {};
    for (const [name, value] of Object.entries(signed)) headers.set(name, value);
    deadline.signal.throwIfAborted();
    const response = await call.fetch(call.url, {
      method: call.method,
      headers,
      body: call.body ?? null,
      redirect: call.redirect,
      signal: deadline.signal,
    });
    return { value: await readAnswer(response, known, call) };
  } catch (thrown) {
    return { error: toFailure(thrown, known, deadline) };
  } finally {
    deadline.release();
  }
}

function toFailure(thrown: unknown, known: Partial<ApiErrorFields>, deadline: Deadline): ApiError {
  const aborted = deadline.signal.aborted && !deadline.timedOut();
  if (thrown instanceof ApiError && !aborted) return thrown;
  const fail = (code: string, kind: ApiErrorFields["kind"], message: string) =>
    new ApiError({ ...known, code, kind, message }, { cause: thrown });
  if (deadline.timedOut()) return fail("TIMEOUT", "timeout", "The server did not answer in time.");
  if (aborted) return fail("ABORT_ERROR", "aborted", "The request was aborted.");
  // fetch rejects with a TypeError for DNS, refused, reset, CORS and offline alike (Fetch, "network error").
  if (thrown instanceof TypeError || thrown instanceof DOMException)
    return fail("NETWORK_ERROR", "network", "No complete answer came from the server.");
  const { code, kind, message } = toApiError(thrown);
  return fail(code, kind, message);
}
