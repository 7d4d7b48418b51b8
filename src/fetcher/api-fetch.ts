import { noteKnownError, noteUse } from "../envelope/known-errors.ts";
import type { ApiError } from "../error/api-error.ts";
import { isApiError } from "../error/is-api-error.ts";
import type { CallProgress } from "../retry/call-progress.ts";
import { isRequest, readFetchInput, urlOf } from "./fetch-input.ts";
import { prepareFetch, type ToRoute } from "./prepared-fetch.ts";
import type { PreparedRequest, RequestDefaults } from "./prepared-request.ts";

/**
 * `fetch`, but optional settings may also be `undefined`, as from clients compiled without
 * `exactOptionalPropertyTypes`.
 */
export type ApiFetch = (
  input: RequestInfo | URL,
  init?: { [Name in keyof RequestInit]: RequestInit[Name] | undefined },
) => Promise<Response>;

/** What `api.fetch` needs from its API. */
export interface FetchTerms {
  base: URL;
  defaults: RequestDefaults;
  toRoute: ToRoute | undefined;
  /** Sends a request and retries it. @throws ApiError for every failure of the call */
  send(request: PreparedRequest<Response>, progress: CallProgress): Promise<Response>;
  begin(): CallProgress;
  /** Finds out who is signed in, for a call that cannot be signed yet. Never rejects. */
  findOwner(progress: CallProgress, signal: AbortSignal | undefined): Promise<void>;
}

/**
 * A function like `fetch`. Calls to the API's origin are signed, limited and retried like those of `api.request`. It
 * resolves to the last answer, whatever its status, and rejects as `fetch` does, with the ApiError as the `cause`.
 * Calls to another origin are sent unchanged, without credentials, headers or retries.
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
    // To `fetch`, an undefined member is absent (Web IDL, dictionaries); TypeScript tells them apart: hence the cast.
    const init = options as RequestInit | undefined;
    const { fetch: given = fetch } = defaults;
    if (!isOfApi(urlOf(input), base)) return given(input, init);
    if (isRequest(input)) noteUse(input);
    const progress = begin();
    // Without a body to read, the call is signed at once, and belongs to the person it is signed for.
    const read = await readFetchInput(input, init, (signal) => findOwner(progress, signal));
    const { request, handOverFailed, dropFailed } = prepareFetch(read, defaults, toRoute);
    try {
      return await send(request, progress);
    } catch (thrown) {
      if (!isApiError(thrown)) throw thrown;
      const { signal } = read;
      if (signal?.aborted) dropFailed();
      const response = handOverFailed(thrown);
      if (response) noteKnownError(response, thrown);
      // axios keeps its request, and not the answer.
      if (isRequest(input)) noteKnownError(input, thrown);
      if (response) return response;
      throw rejectionOf(thrown, signal);
    }
  };
}

/** A `blob:` URL has the origin of the page that made it, but goes to no server. */
function isOfApi(url: URL | undefined, { origin, protocol }: URL): boolean {
  return url?.origin === origin && url.protocol === protocol;
}

/** What `fetch` rejects with: the caller's abort reason, a time-out, else a TypeError (Fetch, "fetch method"). */
function rejectionOf(error: ApiError, signal: AbortSignal | undefined): unknown {
  if (signal?.aborted) return signal.reason;
  const { message } = error;
  if (error.kind !== "timeout") return new TypeError(`fetch failed: ${message}`, { cause: error });
  const timeout = new DOMException(message, "TimeoutError");
  return Object.defineProperty(timeout, "cause", { value: error });
}
