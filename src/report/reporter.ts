import type { ApiError } from "../error/api-error.ts";
import { misuse, requireFunctions } from "../error/misuse.ts";
import { isForDevelopers } from "./for-developers.ts";
import { HeardErrors } from "./heard-errors.ts";
import { type Incident, toIncident } from "./incident.ts";

/** For `createApi({ onError })`, `<RecourseProvider onError>` and code of the app's: `report(toApiError(thrown))`. */
export type Reporter = (error: ApiError) => void;

export interface ReporterOptions {
  /**
   * Which failures are reported. Default: those that only developers or support can mend, which the second argument says.
   * Not a code whose remedy is the person's own (`SESSION_EXPIRED`, `MODELS_NOT_FOUND`, …), 400, 401, 403, 404, 409, 413
   * and 422, what was never sent (`HELD_BACK`, a device that is offline), an outdated page, and aborts.
   */
  filter?: (error: ApiError, isForDevelopers: boolean) => boolean;
  /** Goes into the incident's context: only what holds nothing secret, as the server's message may. */
  context?: (error: ApiError) => Readonly<Record<string, unknown>>;
}

/**
 * Reports failures to a service, each once however many places tell of it: give one reporter to all of them.
 *
 *     createReporter(({ error, tags, context }) => datadogRum.addError(error, { ...tags, ...context }))
 *
 * @throws TypeError for `send` or an option that is no function
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
