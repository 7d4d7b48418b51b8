"use client";

import { useEffect, useState } from "react";
import { inMs } from "../../retry/clock.ts";
import { countdownClock } from "./countdown-clock.ts";

/**
 * Milliseconds until a time in epoch ms. Read from the clock, not counted in ticks, so that a sleeping tab catches up
 * at once. Renders again once a second, on the second, until the time has come. If the clock is set back meanwhile,
 * nobody waits longer.
 */
export function useTimeLeft(atMs: number | undefined): number {
  const [counted, setCounted] = useState(() => startCount(atMs));
  // While rendering, not in the effect: a new time must not be shown with the old one's time left.
  if (!Object.is(counted.atMs, atMs)) setCounted(startCount(atMs));

  useEffect(() => {
    if (atMs === undefined) return;
    return countdownClock.start(inMs(atMs - Date.now()), (left) => setCounted({ atMs, left }));
  }, [atMs]);
  // A time that is not a number counts as over.
  return Math.max(0, counted.left) || 0;
}

function startCount(atMs: number | undefined) {
  return { atMs, left: atMs === undefined ? 0 : atMs - Date.now() };
}
