"use client";

import { type ReactNode, type RefObject, useLayoutEffect } from "react";
import { hasFocusWithin } from "../focus/focus-memory.ts";

interface StatusActionsProps {
  /** Stays mounted when the buttons go. Focusable by script: `tabIndex={-1}`. */
  status: RefObject<HTMLElement | null>;
  children: ReactNode;
}

/** When its buttons go, pressed or not, the focus moves to the status: the next Tab continues from there. */
export function StatusActions({ status, children }: StatusActionsProps) {
  // A layout effect's cleanup runs before React removes the buttons from the document. It reads the ref only then,
  // since the status may be a new element.
  useLayoutEffect(
    () => () => {
      const { current } = status;
      if (current && hasFocusWithin(current)) current.focus({ preventScroll: true });
    },
    [status],
  );
  return <span className="recourse-actions">{children}</span>;
}
