"use client";

import { QueryClientContext } from "@tanstack/react-query";
import { type ReactNode, type RefObject, useContext, useLayoutEffect, useRef } from "react";
import { formatDuration } from "../../guidance/format-duration.ts";
import { formatNumber } from "../../guidance/format-number.ts";
import { fillTemplate } from "../../guidance/interface-strings.ts";
import { retryProgressOf } from "../../query/call-record.ts";
import { cancelFailingQuery, retryFailingQuery } from "../../query/waiting-query.ts";
import { hasFocusWithin } from "../focus/focus-memory.ts";
import { useTimeLeft } from "../parts/useTimeLeft.ts";
import { useCatalog } from "../provider/useCatalog.ts";
import { credibleRetryAt } from "../remedies/remedy-action.ts";

export interface RetryStatusProps {
  /** A query's or a mutation's result. Only queries can be hurried or cancelled. */
  of: {
    failureReason: unknown;
    status: "pending" | "error" | "success" | "idle";
    fetchStatus?: string;
    isPaused?: boolean;
  };
}

/**
 * Tells that something is being tried again: "Attempt 2 of 5, next in 3 sec", with buttons to try at once and to stop.
 * Draws nothing while all is well. The number that ticks is not read out; the attempt is, once. While a rate limit lasts
 * nothing can be tried at once.
 */
export function RetryStatus({ of }: RetryStatusProps) {
  const running =
    of.fetchStatus === undefined ? of.status === "pending" : of.fetchStatus !== "idle";
  const progress = running ? retryProgressOf(of.failureReason) : undefined;
  const { language, strings } = useCatalog();
  const client = useContext(QueryClientContext);
  const timeLeftMs = useTimeLeft(progress?.nextAttemptAt);
  const isLimited = useTimeLeft(credibleRetryAt(progress?.retryAt)) > 0;
  const status = useRef<HTMLDivElement>(null);

  const attempt =
    progress &&
    fillTemplate(strings.attempt, {
      attempt: formatNumber(progress.attempt, language),
      maxAttempts: formatNumber(progress.maxAttempts, language),
    });
  // Past its time an attempt may still wait, for a connection or for the page to be seen: nothing runs then.
  const paused = of.fetchStatus === "paused" || of.isPaused === true;
  const whenDue = paused ? undefined : strings.attemptRunning;
  const next =
    timeLeftMs > 0
      ? fillTemplate(strings.nextAttemptIn, { time: formatDuration(timeLeftMs, language) })
      : whenDue;

  return (
    <div
      ref={status}
      tabIndex={-1}
      className="recourse recourse-retry"
      lang={language}
      data-idle={progress ? undefined : ""}
    >
      <span role="status" className="recourse-attempt">
        {attempt}
      </span>
      {progress && next && <span className="recourse-countdown">{next}</span>}
      {progress && client && of.fetchStatus !== undefined && (
        <Actions status={status}>
          <button
            type="button"
            className="recourse-button"
            data-emphasis="secondary"
            aria-disabled={isLimited || undefined}
            onClick={() => isLimited || retryFailingQuery(client, of.failureReason)}
          >
            {strings.retryNow}
          </button>
          <button
            type="button"
            className="recourse-button"
            data-emphasis="quiet"
            onClick={() => cancelFailingQuery(client, of.failureReason)}
          >
            {strings.cancel}
          </button>
        </Actions>
      )}
    </div>
  );
}

/** Once its buttons go, pressed or not, the focus stays with the status: the next Tab goes on from there. */
function Actions({ status, children }: ActionsProps) {
  // The end of a layout effect comes before React takes them out of the document. Until then the status may be new.
  useLayoutEffect(
    () => () => {
      const { current } = status;
      if (current && hasFocusWithin(current)) current.focus({ preventScroll: true });
    },
    [status],
  );
  return <span className="recourse-actions">{children}</span>;
}

interface ActionsProps {
  status: RefObject<HTMLElement | null>;
  children: ReactNode;
}
