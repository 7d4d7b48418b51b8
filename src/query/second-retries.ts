import { toApiError } from "../envelope/to-api-error.ts";
import { type Warning, warnOnce } from "../error/warn-once.ts";
import { failedCallOf } from "../fetcher/failed-call.ts";

/**
 * Tells a developer, once a route, that TanStack Query is about to send a call again whose retries are over: one that an
 * app's own function sent by `api.request` or `api.fetch`, with a client that retries by itself.
 * @param thrown what the attempt failed with after which another one follows
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
