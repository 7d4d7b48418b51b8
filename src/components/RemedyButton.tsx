"use client";

import { useEffect, useRef, useState } from "react";
import { formatDuration } from "../guidance/format-duration.ts";
import { fillTemplate } from "../guidance/interface-strings.ts";
import type { RemedyAction } from "./remedy-action.ts";
import { useRecourse } from "./useRecourse.ts";
import { useTimeLeft } from "./useTimeLeft.ts";

interface RemedyButtonProps {
  action: RemedyAction;
  emphasis: "primary" | "secondary";
  /** Until then a retry would be refused: the button counts down. Epoch ms. */
  notBefore?: number | undefined;
}

/** One remedy. It stays focusable while it waits or works, so that the focus is not lost. */
export function RemedyButton({ action, emphasis, notBefore }: RemedyButtonProps) {
  const { language, strings } = useRecourse().catalog;
  const [working, setWorking] = useState(false);
  const timeLeftMs = useTimeLeft(action.id === "retry" ? notBefore : undefined);
  const mounted = useMounted();
  const { run, href, label } = action;

  if (href !== undefined)
    return (
      <a
        className="recourse-button"
        data-emphasis={emphasis}
        href={href}
        target="_blank"
        rel="noreferrer"
      >
        {label}
      </a>
    );

  const blocked = working || timeLeftMs > 0;
  async function press() {
    if (blocked || !run) return;
    setWorking(true);
    try {
      await run();
    } catch {
      // A retry that fails shows its own error where this button is.
    } finally {
      if (mounted.current) setWorking(false);
    }
  }

  return (
    <button
      type="button"
      className="recourse-button"
      data-emphasis={emphasis}
      aria-disabled={blocked || undefined}
      aria-busy={working || undefined}
      onClick={press}
    >
      {working && strings.working}
      {!working && timeLeftMs > 0 && (
        <span className="recourse-countdown">
          {fillTemplate(strings.retryIn, { time: formatDuration(timeLeftMs, language) })}
        </span>
      )}
      {!blocked && label}
    </button>
  );
}

function useMounted() {
  const mounted = useRef(false);
  useEffect(() => {
    mounted.current = true;
    return () => {
      mounted.current = false;
    };
  }, []);
  return mounted;
}
