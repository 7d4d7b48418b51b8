"use client";

import { createContext, type RefObject, useContext, useEffect } from "react";

/** What had the focus just before a boundary's fallback was put in place of its children. */
export const FocusedBefore = createContext<Element | null>(null);

/**
 * Gives the focus to an element of a fallback when what had it is gone with what the fallback replaces: else it would
 * be nowhere, and the next Tab begin at the top of the page. Takes it from nobody.
 */
export function useFocusWhenReplaced(target: RefObject<HTMLElement | null>): void {
  const focusedBefore = useContext(FocusedBefore);
  useEffect(() => {
    const isGone = focusedBefore !== null && !focusedBefore.isConnected;
    if (isGone && document.activeElement === document.body)
      target.current?.focus({ preventScroll: true });
  }, [focusedBefore, target]);
}
