import { noteKnownError, noteUse } from "../envelope/known-errors.ts";
import type { ApiError } from "../error/api-error.ts";
import { isApiError } from "../error/is-api-error.ts";
import type { CallProgress } from "../retry/call-progress.ts";
import { isRequest, readFetchInput, urlOf } from "./fetch-input.ts";
import { prepareFetch, type ToRoute } from "./prepared-fetch.ts";
import type { PreparedRequest, RequestDefaults } from "./prepared-request.ts";

/**
 * `fetch`, which may be told `undefined` as well of what is optional: clients do, whose types are not as strict as
 * `exactOptionalPropertyTypes`.
 */
export type ApiFetch = (
  input: RequestInfo | URL,
  init?: { [Name in keyof RequestInit]: RequestInit[Name] | undefined },
) => Promise<Response>;

/** What `api.fetch` needs of its API. */
export interface FetchTerms {
  base: URL;
  defaults: RequestDefaults;
  toRoute: ToRoute | undefined;
  /** Sends a request and retries it. @throws ApiError for every failure of the call */
  send(request: PreparedRequest<Response>, progress: CallProgress): Promise<Response>;
  begin(): CallProgress;
  /** Finds out who is signed in, for a call that is not signed yet. Never rejects. */
  findOwner(progress: CallProgress, signal: AbortSignal | undefined): Promise<void>;
}

/**
 * A function like `fetch`, whose calls to the API's origin are signed, limited and retried as those of `api.request` are. It
 * gives the last answer, whatever its status, and rejects as `fetch` does; the ApiError is then the `cause`. What goes to
 * another origin goes as it is, without credentials, headers or retries.
 */
export function createFetch({
  base,
  defaults,
  toRoute,
  begin,
  findOwner,
  send,
}: FetchTerms): ApiFetch {
  return async (input, options) => {
    // To fetch a member that is undefined is absent (Web IDL, dictionaries), which TypeScript tells apart: hence the cast.
    const init = options as RequestInit | undefined;
    const { fetch: given = fetch } = defaults;
    if (!isOfApi(urlOf(input), base)) return given(input, init);
    if (isRequest(input)) noteUse(input);
    const progress = begin();
    // Without a body to be read the call is signed at once, and belongs to whom it is signed for.
    const read = await readFetchInput(input, init, (signal) => findOwner(progress, signal));
    const { request, handOverFailed, dropFailed } = prepareFetch(read, defaults, toRoute);
    try {
      return await send(request, progress);
    } catch (thrown) {
      if (!isApiError(thrown)) throw thrown;
      const { signal } = read;
      if (signal?.aborted) dropFailed();
      const response = handOverFailed(thrown.status);
      if (response) noteKnownError(response, thrown);
      // axios keeps what it sent, and not the answer.
      if (isRequest(input)) noteKnownError(input, thrown);
      if (response) return response;
      throw rejectionOf(thrown, signal);
    }
  };
}

/** The address of a `blob:` has the origin of the page that made it, and goes to no server. */
function isOfApi(url: URL | undefined, { origin, protocol }: URL): boolean {
  return url?.origin === origin && url.protocol === protocol;
}

/** What `fetch` rejects with: the caller's own reason, a time-out, else a TypeError (Fetch, "fetch method"). */
function rejectionOf(error: ApiError, signal: AbortSignal | undefined): unknown {
  if (signal?.aborted) return signal.reason;
  const { message } = error;
  if (error.kind !== "timeout") return new TypeError(`fetch failed: ${message}`, { cause: error });
  const timeout = new DOMException(message, "TimeoutError");
  return Object.defineProperty(timeout, "cause", { value: error });
}
