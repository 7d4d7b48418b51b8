import { toApiError } from "../envelope/to-api-error.ts";
import { misuse } from "../error/misuse.ts";
import { readProperty } from "../error/read-property.ts";
import { tellReporter } from "../error/tell-reporter.ts";
import { HeardErrors } from "./heard-errors.ts";
import type { Incident } from "./incident.ts";
import { type Reporter, type ReporterOptions, reporterWith } from "./reporter.ts";

/** The functions of Sentry's SDK, version 8 or newer, that are used. */
export interface SentryFunctions {
  captureException(error: unknown, scope: SentryScope): unknown;
  addEventProcessor(
    processor: <Event extends SentryEvent>(event: Event, hint: SentryHint) => Event | null,
  ): unknown;
}

export interface SentryScope {
  level: Incident["level"];
  /** One text; absent where Sentry goes by the stack. */
  fingerprint?: string[];
  tags: Record<string, string>;
  contexts: Record<string, Record<string, unknown>>;
}

export interface SentryEvent {
  contexts?: Record<string, Record<string, unknown> | undefined>;
}

export interface SentryHint {
  originalException?: unknown;
  mechanism?: unknown;
}

interface Memory {
  heard: HeardErrors;
  /** Of those that were heard, which Sentry has, from a reporter or not. */
  sent: HeardErrors;
  /** What reporters made for Sentry. */
  made: WeakSet<object>;
}

/** By the SDK's own function: of all reporters on a page, one for each API perhaps, only one is to tell of an error. */
const memories = new WeakMap<object, Memory>();

/**
 * Makes a reporter for Sentry, for `createApi({ onError })` and `<RecourseProvider onError>`. Failures are grouped by code,
 * route and API, have the request id as the tag `request_id`, and have nothing secret. Call it once, before or after `init`.
 *
 *     import { addEventProcessor, captureException } from "@sentry/react";
 *     const report = sentryReporter({ addEventProcessor, captureException });
 *
 * You can also give the whole namespace, but then the bundle has the whole SDK.
 *
 * Each failure is one event, also if Sentry's own handlers catch it (unhandled rejections, `reactErrorHandler`, Sentry's
 * `ErrorBoundary`). Their event about a failed call is dropped: only the reporter's is sent, or none if the reporter leaves
 * the failure out. If they have sent another error, such as a bug while rendering, the reporter does not send it again. An
 * error that the app captures by hand is sent, unless it was sent before.
 *
 * @throws TypeError for an SDK without these functions, and for an option that is no function
 */
export function sentryReporter(sentry: SentryFunctions, options: ReporterOptions = {}): Reporter {
  requireSentry(sentry);
  const known = memories.get(sentry.captureException);
  const memory = known ?? {
    heard: new HeardErrors(),
    sent: new HeardErrors(),
    made: new WeakSet(),
  };

  const report = reporterWith(
    memory.heard,
    ({ error: bare, level, fingerprint, tags, context }, error) => {
      memory.sent.add(error);
      memory.made.add(bare);
      sentry.captureException(bare, {
        level,
        ...(fingerprint !== undefined && { fingerprint: [fingerprint] }),
        tags: { ...tags },
        contexts: { "API call": { ...context } },
      });
    },
    options,
  );

  if (!known) {
    memories.set(sentry.captureException, memory);
    sentry.addEventProcessor((event, hint) => (isNews(memory, report, event, hint) ? event : null));
  }
  return report;
}

/** Whether an event tells of what Sentry has not heard of, or is a reporter's own. */
function isNews(
  { heard, sent, made }: Memory,
  report: Reporter,
  event: SentryEvent,
  hint: SentryHint,
): boolean {
  const thrown = hint.originalException;
  if (typeof thrown !== "object" || thrown === null || made.has(thrown)) return true;
  if (isByHand(event, hint)) {
    if (sent.has(thrown)) return false;
  } else {
    const error = toApiError(thrown);
    const isOfAnApi = error.cause !== thrown;
    // Not at once while the page is being left.
    if (isOfAnApi) tellReporter(report, error);
    if (isOfAnApi || heard.has(thrown)) return false;
  }
  heard.note(thrown);
  sent.note(thrown);
  return true;
}

/** Sentry's handlers name their mechanism; up to 9 that of React adds only the component stack. */
function isByHand({ contexts }: SentryEvent, { mechanism }: SentryHint): boolean {
  return mechanism === undefined && contexts?.["react"]?.["componentStack"] === undefined;
}

function requireSentry(sentry: SentryFunctions): void {
  for (const name of ["captureException", "addEventProcessor"])
    if (typeof readProperty(sentry, name) !== "function")
      throw misuse(`sentryReporter needs Sentry's ${name}`, readProperty(sentry, name), {
        mend: "pass { addEventProcessor, captureException } from @sentry/react or @sentry/browser",
      });
}
