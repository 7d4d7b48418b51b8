"use client";

import {
  createContext,
  type RefObject,
  useContext,
  useEffect,
  useLayoutEffect,
  useState,
} from "react";
import { FocusMemory } from "./focus-memory.ts";

/** A boundary's own, which reaches back over a try that failed. */
export const FallbackFocus = createContext(new FocusMemory());

/**
 * Gives the focus to an element that takes the place of what had it: else it would be nowhere, and the next Tab begin at
 * the top of the page. Takes it from nobody. For the heading of a card that you draw yourself, with `tabIndex={-1}`.
 */
export function useFocusWhenReplaced(target: RefObject<HTMLElement | null>): void {
  const memory = useContext(FallbackFocus);
  // While this renders for the first time, what it replaces is still in the document.
  const [focusedBefore] = useState(() => memory.current());
  useEffect(() => {
    const isGone = focusedBefore !== null && !focusedBefore.isConnected;
    if (isGone && document.activeElement === document.body)
      target.current?.focus({ preventScroll: true });
  }, [focusedBefore, target]);

  useLayoutEffect(() => {
    const card = target.current?.closest("section, article, [role=group], [role=region]");
    // Before it is taken out of the document: what comes in its place may be a wait, and then this card again.
    return () => {
      if (card?.contains(document.activeElement)) memory.remember();
    };
  }, [memory, target]);
}
