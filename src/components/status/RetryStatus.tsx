"use client";

import { QueryClientContext } from "@tanstack/react-query";
import { useContext, useRef } from "react";
import type { ApiError } from "../../error/api-error.ts";
import { formatDuration } from "../../guidance/format-duration.ts";
import { formatNumber } from "../../guidance/format-number.ts";
import { guide } from "../../guidance/guide.ts";
import { fillTemplate } from "../../guidance/interface-strings.ts";
import { retryProgressOf } from "../../query/call-record.ts";
import {
  cancelFailingQuery,
  retryFailingQuery,
  retryHeldQuery,
} from "../../query/waiting-query.ts";
import { Icon } from "../parts/Icon.tsx";
import { clockPath } from "../parts/icon-paths.ts";
import { useHydrated } from "../parts/useHydrated.ts";
import { useTimeLeft } from "../parts/useTimeLeft.ts";
import { useCatalog } from "../provider/useCatalog.ts";
import { useRecourse } from "../provider/useRecourse.ts";
import { credibleRetryAt } from "../remedies/remedy-action.ts";
import { StatusActions } from "./StatusActions.tsx";

export interface RetryStatusProps {
  /** The result of a query or a mutation. Only queries can be tried at once or cancelled. */
  of: {
    failureReason: unknown;
    status: "pending" | "error" | "success" | "idle";
    fetchStatus?: string;
    isPaused?: boolean;
  };
}

/**
 * Says that something is being tried again: "Attempt 2 of 5, next in 3 sec", with buttons to try at once and to stop.
 * For a call that was held back, says why and until when. Draws nothing while all is well. Announced once, without the
 * ticking number. During a rate limit nothing can be tried at once.
 */
export function RetryStatus({ of }: RetryStatusProps) {
  const running =
    of.fetchStatus === undefined ? of.status === "pending" : of.fetchStatus !== "idle";
  const { toApiError } = useRecourse();
  const failure = of.failureReason ? toApiError(of.failureReason) : undefined;
  const progress = running ? retryProgressOf(failure) : undefined;
  const held = running ? undefined : heldBack(failure);
  const isShown = progress !== undefined || held !== undefined;
  const catalog = useCatalog();
  const { language, strings } = catalog;
  const client = useContext(QueryClientContext);
  const timeLeftMs = useTimeLeft(progress?.nextAttemptAt);
  const retryAt = credibleRetryAt(progress?.retryAt ?? held?.retryAt);
  // At hydration, the server's countdown would differ from the browser's.
  const limitLeftMs = useTimeLeft(useHydrated() ? retryAt : undefined);
  const isLimited = limitLeftMs > 0;
  const status = useRef<HTMLDivElement>(null);

  const attempt =
    progress &&
    fillTemplate(strings.attempt, {
      attempt: formatNumber(progress.attempt, language),
      maxAttempts: formatNumber(progress.maxAttempts, language),
    });
  // When an attempt is due it may still wait, for a connection or for the page to be visible: nothing runs then.
  const paused = of.fetchStatus === "paused" || of.isPaused === true;
  const whenDue = paused ? undefined : strings.attemptRunning;
  const next =
    timeLeftMs > 0
      ? fillTemplate(strings.nextAttemptIn, { time: formatDuration(timeLeftMs, language) })
      : whenDue;
  const heldUntil =
    isLimited && fillTemplate(strings.retryIn, { time: formatDuration(limitLeftMs, language) });
  const countdown = held ? heldUntil : progress && next;

  function tryNow(): void {
    if (isLimited || !client) return;
    if (held) retryHeldQuery(client, of.failureReason);
    else retryFailingQuery(client, of.failureReason);
  }

  return (
    <div
      ref={status}
      tabIndex={-1}
      className="recourse recourse-retry"
      lang={language}
      data-idle={isShown ? undefined : ""}
    >
      <span className="recourse-waiting">
        {isShown && <Icon path={clockPath} />}
        <span role="status" className="recourse-attempt">
          {held ? guide(held, { catalog }).title : attempt}
        </span>
      </span>
      {countdown && <span className="recourse-countdown">{countdown}</span>}
      {isShown && client && of.fetchStatus !== undefined && (
        <StatusActions status={status}>
          <button
            type="button"
            className="recourse-button"
            data-emphasis="secondary"
            aria-disabled={isLimited || undefined}
            onClick={tryNow}
          >
            {strings.retryNow}
          </button>
          {progress && (
            <button
              type="button"
              className="recourse-button"
              data-emphasis="quiet"
              onClick={() => cancelFailingQuery(client, of.failureReason)}
            >
              {strings.cancel}
            </button>
          )}
        </StatusActions>
      )}
    </div>
  );
}

/** The error of a call that was not sent, and is not retried by itself: the API takes no such call for a while. */
function heldBack(error: ApiError | undefined): ApiError | undefined {
  return error?.code === "HELD_BACK" ? error : undefined;
}
