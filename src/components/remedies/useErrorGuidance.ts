"use client";

import { useMemo, useState } from "react";
import { type ApiError, isBranded } from "../../error/api-error.ts";
import { type Guidance, guide, remedyLabel } from "../../guidance/guide.ts";
import type { RemedyId } from "../../guidance/remedy.ts";
import { type ErrorReport, reportError } from "../../report/error-report.ts";
import { useHydrated } from "../parts/useHydrated.ts";
import { useOnline } from "../parts/useOnline.ts";
import { type Recourse, useRecourse } from "../provider/useRecourse.ts";
import { browserRemedy, credibleRetryAt, type RemedyAction } from "./remedy-action.ts";
import { supportLink } from "./support-link.ts";

export interface ErrorGuidance extends Guidance {
  error: ApiError;
  report: ErrorReport;
  /**
   * A new number for each failure. As the `key` of words in an alert that stays mounted, it makes equal words be read
   * out again.
   */
  occasion: number;
  /** How often the person has already tried again without success. */
  failures: number;
  /** The one remedy that helps. Undefined if there is nothing to call. */
  primary: RemedyAction | undefined;
  /** The first remedy, once support has become the primary one; or the retry that `keepRetry` keeps. */
  secondary: RemedyAction | undefined;
}

export interface ErrorGuidanceOptions {
  /** What `retry` does here. Default: the provider's `retry` remedy. Without either there is no retry button. */
  onRetry?: (() => unknown) | undefined;
  /** Offers `retry` as well if another remedy is the primary one: a write would be lost without it. */
  keepRetry?: boolean | undefined;
  /** Request IDs of equal failures before this one, newest first, for the report. */
  earlierRequestIds?: readonly string[] | undefined;
}

/**
 * Words, remedies and report for an error, for cards that you draw yourself. Gives the same as `ErrorCard` shows.
 *
 * ```tsx
 * const { title, fix, primary } = useErrorGuidance(query.error, { onRetry: query.refetch });
 * ```
 */
export function useErrorGuidance(
  thrown: unknown,
  { onRetry, keepRetry = false, earlierRequestIds }: ErrorGuidanceOptions = {},
): ErrorGuidance {
  const recourse = useRecourse();
  const online = useOnline();
  const hydrated = useHydrated();
  // Memoized alone: a thrown value that is no ApiError gets its time here, which must not change with every render.
  const { toApiError } = recourse;
  const error = useMemo(() => toApiError(thrown), [thrown, toApiError]);
  const occasion = useOccasion(thrown, error);
  return useMemo(() => {
    const { catalog, appVersion, manualRetries } = recourse;
    const failures = manualRetries.failuresOf(error);
    const guidance = guide(error, { catalog, failures, online });
    const firstRemedy = guide(error, { catalog, online }).remedy;
    // Server and browser may each have made the error, at different times.
    const hasTime = hydrated;
    const report = reportError(error, { appVersion, online, earlierRequestIds, hasTime });
    const retry: RemedyId | undefined = keepRetry ? "retry" : undefined;
    const [primary, secondary] = [...new Set([guidance.remedy, firstRemedy, retry])]
      .map((id) => id && actionFor(id, { error, report, onRetry, recourse, online, hydrated }))
      .filter((action) => action !== undefined);
    return {
      ...guidance,
      error,
      report,
      occasion,
      failures,
      primary,
      secondary,
    };
  }, [error, occasion, onRetry, keepRetry, earlierRequestIds, recourse, online, hydrated]);
}

/**
 * Counts the failures that one component shows. Compares the thrown objects, not their content: the same failure may
 * come twice in one millisecond. If a parent makes an error anew at each render, as `toApiError(e)` does, it still
 * counts as one failure.
 */
function useOccasion(thrown: unknown, error: ApiError): number {
  const source = sourceOf(thrown, error);
  const [last, setLast] = useState({ source, occasion: 1 });
  if (Object.is(last.source, source)) return last.occasion;
  const occasion = last.occasion + 1;
  setLast({ source, occasion });
  return occasion;
}

/** The value that this error was made from, if there is one. */
function sourceOf(thrown: unknown, error: ApiError): unknown {
  if (thrown !== error) return thrown;
  const { cause } = error;
  // Without another cause, an error carries a record of itself there.
  return cause === undefined || isBranded(cause) ? error : cause;
}

/** Runs `work` once at a time: a press during the work gets the same promise. */
function oneAtATime(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  return () => {
    running ??= work().finally(() => {
      running = undefined;
    });
    return running;
  };
}

interface Situation {
  error: ApiError;
  report: ErrorReport;
  onRetry: (() => unknown) | undefined;
  recourse: Recourse;
  online: boolean;
  /** Until hydration the markup must match the server's, which has no browser remedy to offer. */
  hydrated: boolean;
}

function actionFor(id: RemedyId, situation: Situation): RemedyAction | undefined {
  const { error, report, onRetry, recourse, online, hydrated } = situation;
  const label = remedyLabel(id, error, { catalog: recourse.catalog, online });
  if (label === undefined) return undefined;
  const ownRetry = recourse.remedies.retry;
  const retry = onRetry ?? (ownRetry && (() => ownRetry(error)));
  if (id === "retry") {
    if (!retry) return undefined;
    const notBefore = credibleRetryAt(error.retryAt);
    return {
      id,
      label,
      run: oneAtATime(async () => {
        recourse.manualRetries.noteRetry(error);
        await retry();
      }),
      ...(notBefore !== undefined && { notBefore }),
    };
  }
  const handler = recourse.remedies[id];
  if (!handler && id === "contactSupport") {
    const href = supportLink(recourse, report);
    return href === undefined ? undefined : { id, label, href };
  }
  const call = handler ?? (hydrated ? browserRemedy(id) : undefined);
  const run = call && oneAtATime(() => runRemedy(() => call(error), situation));
  return run && { id, label, run };
}

/** Runs a remedy. A toast says if it fails. If it returned a promise, the failed part is tried again afterwards. */
async function runRemedy(call: () => unknown, { onRetry, recourse }: Situation): Promise<void> {
  try {
    const done = call();
    if (!isPromise(done)) return;
    await done;
  } catch (thrown) {
    recourse.toasts.add(thrown);
    return;
  }
  await onRetry?.();
}

function isPromise(value: unknown): value is PromiseLike<unknown> {
  return (
    typeof value === "object" &&
    value !== null &&
    "then" in value &&
    typeof value.then === "function"
  );
}
