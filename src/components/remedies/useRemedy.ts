"use client";

import { useRef, useState } from "react";
import { formatDuration } from "../../guidance/format-duration.ts";
import { fillTemplate } from "../../guidance/interface-strings.ts";
import { useHydrated } from "../parts/useHydrated.ts";
import { useTimeLeft } from "../parts/useTimeLeft.ts";
import { useCatalog } from "../provider/useCatalog.ts";
import type { RemedyAction } from "./remedy-action.ts";

export interface Remedy {
  /** Its name; "Try again in 12 sec" while it waits for a rate limit; "Working…" while it runs. */
  label: string;
  working: boolean;
  /** Whether it waits for a rate limit. Renders again once a second until that is over. */
  waiting: boolean;
  /** Runs the remedy, unless it runs or waits already. Never rejects: a retry that fails shows its own error. */
  press: () => Promise<void>;
  /** For a button. It stays focusable while it runs or waits, so that the focus is not lost. */
  buttonProps: {
    type: "button";
    "aria-disabled": true | undefined;
    "aria-busy": true | undefined;
    onClick: () => Promise<void>;
  };
}

/**
 * A remedy's button, for buttons that you draw yourself. A remedy with an `href` is a link and needs none of this.
 *
 * ```tsx
 * const { label, buttonProps } = useRemedy(primary);
 * <button {...buttonProps}>{label}</button>
 * ```
 */
export function useRemedy(action: RemedyAction): Remedy {
  const { language, strings } = useCatalog();
  const [working, setWorking] = useState(false);
  // At hydration, the server's countdown would differ from the browser's.
  const timeLeftMs = useTimeLeft(useHydrated() ? action.notBefore : undefined);
  const running = useRef(false);
  const waiting = timeLeftMs > 0;

  async function press() {
    // A second press may come before React has drawn the first one.
    if (running.current || waiting || !action.run) return;
    running.current = true;
    setWorking(true);
    await runToEnd(action);
    running.current = false;
    // Also while it is hidden, as by Activity: otherwise it would show again as if it still ran.
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

/** Work that never settles must not lock its button for good. */
const longestWorkMs = 60_000;

async function runToEnd(action: RemedyAction): Promise<void> {
  try {
    await withinLimit(Promise.resolve(action.run?.()));
  } catch {
    // A failed retry shows its own error where the button is.
  }
}

function withinLimit(work: Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, longestWorkMs);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
