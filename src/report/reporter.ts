import type { ApiError } from "../error/api-error.ts";
import { misuse, requireFunctions } from "../error/misuse.ts";
import { isForDevelopers } from "./for-developers.ts";
import { HeardErrors } from "./heard-errors.ts";
import { type Incident, toIncident } from "./incident.ts";

/** For `createApi({ onError })`, `<RecourseProvider onError>` and the app's own code: `report(toApiError(thrown))`. */
export type Reporter = (error: ApiError) => void;

export interface ReporterOptions {
  /**
   * Which failures are reported. Default: those that only developers or support can mend, for which the second argument
   * is true. That leaves out codes that the person can mend (`SESSION_EXPIRED`, `MODELS_NOT_FOUND`, …), 400, 401, 403,
   * 404, 409, 413 and 422, what was never sent (`HELD_BACK`, a device that is offline), an outdated page, and aborts.
   */
  filter?: (error: ApiError, isForDevelopers: boolean) => boolean;
  /** Added to the incident's context. Return nothing that may hold secrets, as the server's message may. */
  context?: (error: ApiError) => Readonly<Record<string, unknown>>;
}

/**
 * Reports failures to a service, each once: pass the same reporter to everything that reports.
 *
 *     createReporter(({ error, tags, context }) => datadogRum.addError(error, { ...tags, ...context }))
 *
 * @throws TypeError if `send` or an option is not a function
 */
export function createReporter(
  send: (incident: Incident, error: ApiError) => unknown,
  options: ReporterOptions = {},
): Reporter {
  if (typeof send !== "function")
    throw misuse(
      "createReporter",
      send,
      () => process.env.NODE_ENV !== "production" && "needs a function that sends an incident",
    );
  return reporterWith(new HeardErrors(), send, options);
}

/** @param heard errors that must not be reported again, shared by all reporters of a service */
export function reporterWith(
  heard: HeardErrors,
  send: (incident: Incident, error: ApiError) => unknown,
  { filter, context }: ReporterOptions,
): Reporter {
  requireFunctions({ filter, context }, ["filter", "context"], "a reporter's ");
  // Returns the promise of `send`, so that the caller can handle its rejection.
  return (error) => {
    if (!heard.add(error)) return undefined;
    const isDue = isForDevelopers(error);
    if (!(filter ? filter(error, isDue) : isDue)) return undefined;
    return send(toIncident(error, context?.(error)), error);
  };
}
