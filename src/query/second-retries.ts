import { toApiError } from "../envelope/to-api-error.ts";
import { type Warning, warnOnce } from "../error/warn-once.ts";
import { failedCallOf } from "../fetcher/failed-call.ts";

/**
 * Warns a developer, once per route, that TanStack Query is about to retry a call whose retries are over: the app's own
 * function sent it by `api.request` or `api.fetch`, and the client retries too.
 * @param thrown the failure of an attempt after which another one follows
 */
export function warnOfSecondRetries(thrown: unknown): void {
  warnOnce(() => process.env.NODE_ENV !== "production" && secondRetriesOf(thrown));
}

function secondRetriesOf(thrown: unknown): Warning | false {
  const error = toApiError(thrown);
  const failed = failedCallOf(error);
  if (!failed || failed.decision) return false;
  const { maxAttempts } = failed.progress;
  const call = error.route ?? "a call";
  return [
    `second retries ${call}`,
    `two layers retry ${call}: the API sends it up to ${maxAttempts} times, and TanStack Query begins all of that again; make the client with new QueryClient({ defaultOptions: queryDefaults(api) })`,
  ];
}
