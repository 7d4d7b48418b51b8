import { toApiError } from "../envelope/to-api-error.ts";
import { misuse } from "../error/misuse.ts";
import { readProperty } from "../error/read-property.ts";
import { tellReporter } from "../error/tell-reporter.ts";
import { HeardErrors } from "./heard-errors.ts";
import type { Incident } from "./incident.ts";
import { type Reporter, type ReporterOptions, reporterWith } from "./reporter.ts";

/** The parts of Sentry's SDKs that are used, from version 8 on. */
export interface SentryFunctions {
  captureException(error: unknown, scope: SentryScope): unknown;
  addEventProcessor(
    processor: <Event extends SentryEvent>(event: Event, hint: SentryHint) => Event | null,
  ): unknown;
}

export interface SentryScope {
  level: Incident["level"];
  /** One text. Absent if Sentry should group by stack. */
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
  /** The errors that Sentry has got, from a reporter or not. Filters leave some heard errors out. */
  sent: HeardErrors;
  /** The errors that reporters made for Sentry. */
  made: WeakSet<object>;
}

/**
 * By the SDK's own function: a page may have several reporters, such as one per API, and only one may report an error.
 */
const memories = new WeakMap<object, Memory>();

/**
 * Reports failures to Sentry, for `createApi({ onError })` and `<RecourseProvider onError>`: grouped by code, route and
 * API, with the request ID as the tag `request_id`, and without secrets. Make it once, before `init` or after.
 *
 *     import { addEventProcessor, captureException } from "@sentry/react";
 *     const report = sentryReporter({ addEventProcessor, captureException });
 *
 * You can also give the whole namespace, but then the bundle has the whole SDK.
 *
 * Each failure is one event, though Sentry's own handlers (unhandled rejections, `reactErrorHandler`, its
 * `ErrorBoundary`) catch it as well. Their event about an `ApiError`, or about an error that one was made from, is
 * dropped: the reporter sends its own instead, or none if its filter says so. Other errors that they send, such as a
 * bug while rendering, are not sent again. What the app captures by hand is sent unless it was sent before.
 *
 * @throws TypeError for an SDK without these functions, and for an option that is not a function
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

/** Whether Sentry may send an event: it is a reporter's own, or about an error that nobody has reported yet. */
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
    // While the page is being left, this reports only once it has stayed.
    if (isOfAnApi) tellReporter(report, error);
    if (isOfAnApi || heard.has(thrown)) return false;
  }
  heard.note(thrown);
  sent.note(thrown);
  return true;
}

/** Sentry's handlers name their mechanism; up to version 9 the one for React adds only the component stack. */
function isByHand({ contexts }: SentryEvent, { mechanism }: SentryHint): boolean {
  return mechanism === undefined && contexts?.["react"]?.["componentStack"] === undefined;
}

function requireSentry(sentry: SentryFunctions): void {
  for (const name of ["captureException", "addEventProcessor"])
    if (typeof readProperty(sentry, name) !== "function")
      throw misuse(
        "sentryReporter",
        readProperty(sentry, name),
        () =>
          process.env.NODE_ENV !== "production" && [
            `needs Sentry's ${name}`,
            "pass { addEventProcessor, captureException } from @sentry/react or @sentry/browser",
          ],
      );
}
