import type { ApiError } from "../error/api-error.ts";
import { misuse, requireFunctions } from "../error/misuse.ts";
import { isForDevelopers } from "./for-developers.ts";
import { HeardErrors } from "./heard-errors.ts";
import { type Incident, toIncident } from "./incident.ts";

/** Reports an error. For `createApi({ onError })`, `<RecourseProvider onError>` and your code: `report(toApiError(thrown))`. */
export type Reporter = (error: ApiError) => void;

export interface ReporterOptions {
  /**
   * Which failures are reported. Default: those that only developers or support can fix; the second argument says whether this
   * is one. Not among these are codes that the person can put right (`SESSION_EXPIRED`, `MODELS_NOT_FOUND`, …), 400, 401, 403,
   * 404, 409, 413 and 422, calls that were not sent (`HELD_BACK`, a device that is offline), an outdated page, and aborts.
   */
  filter?: (error: ApiError, isForDevelopers: boolean) => boolean;
  /** Adds to the incident's `context`. Add nothing secret: the server's message, for example, may be. */
  context?: (error: ApiError) => Readonly<Record<string, unknown>>;
}

/**
 * Makes a reporter for any service. Give the same reporter to the API and to the provider: it sends each failure once.
 *
 *     createReporter(({ error, tags, context }) => datadogRum.addError(error, { ...tags, ...context }))
 *
 * @throws TypeError if `send` or an option is no function
 */
export function createReporter(
  send: (incident: Incident, error: ApiError) => unknown,
  options: ReporterOptions = {},
): Reporter {
  if (typeof send !== "function")
    throw misuse("createReporter needs a function that sends an incident", send);
  return reporterWith(new HeardErrors(), send, options);
}

/** @param heard what must not be reported again, shared by reporters of one service */
export function reporterWith(
  heard: HeardErrors,
  send: (incident: Incident, error: ApiError) => unknown,
  { filter, context }: ReporterOptions,
): Reporter {
  requireFunctions({ filter, context }, ["filter", "context"], "a reporter's ");
  // Gives a promise on, so that whoever tells hears of its rejection.
  return (error) => {
    if (!heard.add(error)) return undefined;
    const isDue = isForDevelopers(error);
    if (!(filter ? filter(error, isDue) : isDue)) return undefined;
    return send(toIncident(error, context?.(error)), error);
  };
}
