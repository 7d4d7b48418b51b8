"use client";

import {
  createContext,
  type RefObject,
  useContext,
  useEffect,
  useLayoutEffect,
  useState,
} from "react";
import { FocusMemory, isFocusNowhere } from "./focus-memory.ts";

/** A boundary provides a memory of its own, which outlasts a try that failed. */
export const FallbackFocus = createContext(new FocusMemory());

/**
 * Focuses an element that replaces the one with the focus. Otherwise nothing would have the focus, and the next Tab
 * would begin at the top of the page. Never takes the focus from another element. For the heading of a card that you
 * draw yourself, with `tabIndex={-1}`.
 *
 * Also works if the card itself is removed while its failure is tried again, and comes back. The card is the `section`,
 * `article`, `role="group"` or `role="region"` around the heading, unless you pass it.
 */
export function useFocusWhenReplaced(
  target: RefObject<HTMLElement | null>,
  card?: RefObject<HTMLElement | null>,
): void {
  const memory = useContext(FallbackFocus);
  // During the first render, the element that this replaces is still in the document.
  const [focusedBefore] = useState(() => memory.current());
  useEffect(() => {
    const isGone = focusedBefore !== null && !focusedBefore.isConnected;
    if (isGone && isFocusNowhere()) target.current?.focus({ preventScroll: true });
  }, [focusedBefore, target]);

  // A layout effect's cleanup runs before React removes the card from the document.
  useBrowserLayoutEffect(
    () => () => {
      const going = card ? card.current : target.current?.closest(cardElements);
      if (going) memory.rememberIfItGoes(going);
    },
    [memory, target, card],
  );
}

const cardElements = "section, article, [role=group], [role=region]";

/** React 18 warns about a layout effect on a server. */
const useBrowserLayoutEffect = typeof document === "undefined" ? useEffect : useLayoutEffect;
