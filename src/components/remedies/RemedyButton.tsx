"use client";

import type { RemedyAction } from "./remedy-action.ts";
import { useRemedy } from "./useRemedy.ts";

interface RemedyButtonProps {
  action: RemedyAction;
  emphasis: "primary" | "secondary";
}

/** One remedy. It stays focusable while it waits or works, so that the focus is not lost. */
export function RemedyButton({ action, emphasis }: RemedyButtonProps) {
  const { label, working, waiting, press } = useRemedy(action);
  if (action.href !== undefined)
    return (
      <a
        className="recourse-button"
        data-emphasis={emphasis}
        href={action.href}
        target="_blank"
        rel="noreferrer"
      >
        {label}
      </a>
    );
  return (
    <button
      type="button"
      className="recourse-button"
      data-emphasis={emphasis}
      aria-disabled={working || waiting || undefined}
      aria-busy={working || undefined}
      onClick={press}
    >
      {waiting ? <span className="recourse-countdown">{label}</span> : label}
    </button>
  );
}
