"use client";

import { type ReactNode, type RefObject, useLayoutEffect } from "react";
import { hasFocusWithin } from "../focus/focus-memory.ts";

interface StatusActionsProps {
  /** Stays when the buttons go. Focusable by script: `tabIndex={-1}`. */
  status: RefObject<HTMLElement | null>;
  children: ReactNode;
}

/** Once its buttons go, pressed or not, the focus stays with the status: the next Tab goes on from there. */
export function StatusActions({ status, children }: StatusActionsProps) {
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
