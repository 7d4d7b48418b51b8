"use client";

import type { RemedyAction } from "./remedy-action.ts";
import { useRemedy } from "./useRemedy.ts";

interface RemedyButtonProps {
  action: RemedyAction;
  emphasis: "primary" | "secondary";
}

/** A remedy's button, or its link. */
export function RemedyButton({ action, emphasis }: RemedyButtonProps) {
  const { label, waiting, buttonProps } = useRemedy(action);
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
    <button {...buttonProps} className="recourse-button" data-emphasis={emphasis}>
      {waiting ? <span className="recourse-countdown">{label}</span> : label}
    </button>
  );
}
