"use client";

import { useRef, useState } from "react";
import { formatDuration } from "../../guidance/format-duration.ts";
import { fillTemplate } from "../../guidance/interface-strings.ts";
import { useHydrated } from "../parts/useHydrated.ts";
import { useTimeLeft } from "../parts/useTimeLeft.ts";
import { useCatalog } from "../provider/useCatalog.ts";
import type { RemedyAction } from "./remedy-action.ts";

export interface Remedy {
  /** The remedy's name. During a rate limit "Try again in 12 sec", while it works "Working…". */
  label: string;
  working: boolean;
  /** Whether a rate limit is not over yet. Meanwhile the component renders once a second. */
  waiting: boolean;
  /** Runs the remedy, unless it works or waits. Never rejects: a call that fails again shows its own error. */
  press: () => Promise<void>;
  /** For a `<button>`. While it works or waits, the button can still have the focus. */
  buttonProps: {
    type: "button";
    "aria-disabled": true | undefined;
    "aria-busy": true | undefined;
    onClick: () => Promise<void>;
  };
}

/**
 * Label, state and props for a remedy's button that you draw yourself. A remedy with an `href` is a link and does not need
 * this.
 *
 * ```tsx
 * const { label, buttonProps } = useRemedy(primary);
 * <button {...buttonProps}>{label}</button>
 * ```
 */
export function useRemedy(action: RemedyAction): Remedy {
  const { language, strings } = useCatalog();
  const [working, setWorking] = useState(false);
  // A countdown would be another one on the server than in the browser that takes its markup over.
  const timeLeftMs = useTimeLeft(useHydrated() ? action.notBefore : undefined);
  const running = useRef(false);
  const waiting = timeLeftMs > 0;

  async function press() {
    // Two presses may come before React has drawn the first one.
    if (running.current || waiting || !action.run) return;
    running.current = true;
    setWorking(true);
    await runToEnd(action);
    running.current = false;
    // Also while it is hidden, as by Activity: it would show again as if it were still at work.
    setWorking(false);
  }

  function label(): string {
    if (working) return strings.working;
    if (!waiting) return action.label;
    return fillTemplate(strings.retryIn, { time: formatDuration(timeLeftMs, language) });
  }

  return {
    label: label(),
    working,
    waiting: waiting && !working,
    press,
    buttonProps: {
      type: "button",
      "aria-disabled": working || waiting || undefined,
      "aria-busy": working || undefined,
      onClick: press,
    },
  };
}

/** What never settles must not lock its button for good. */
const longestWorkMs = 60_000;

async function runToEnd(action: RemedyAction): Promise<void> {
  try {
    await withinLimit(Promise.resolve(action.run?.()));
  } catch {
    // A retry that fails shows its own error where the button is.
  }
}

function withinLimit(work: Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, longestWorkMs);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
