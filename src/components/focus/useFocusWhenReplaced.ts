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

/** A boundary's own, which reaches back over a try that failed. */
export const FallbackFocus = createContext(new FocusMemory());

/**
 * Gives the focus to an element that takes the place of what had it: else it would be nowhere, and the next Tab begin at
 * the top of the page. Takes it from nobody. For the heading of a card that you draw yourself, with `tabIndex={-1}`.
 *
 * Also where the card itself goes while its failure is tried again, and comes back. The card is the `section`,
 * `article`, `role="group"` or `role="region"` around the heading, unless it is given.
 */
export function useFocusWhenReplaced(
  target: RefObject<HTMLElement | null>,
  card?: RefObject<HTMLElement | null>,
): void {
  const memory = useContext(FallbackFocus);
  // While this renders for the first time, what it replaces is still in the document.
  const [focusedBefore] = useState(() => memory.current());
  useEffect(() => {
    const isGone = focusedBefore !== null && !focusedBefore.isConnected;
    if (isGone && isFocusNowhere()) target.current?.focus({ preventScroll: true });
  }, [focusedBefore, target]);

  // Its end comes before React takes the card out of the document.
  useBrowserLayoutEffect(
    () => () => {
      const going = card ? card.current : target.current?.closest(cardElements);
      if (going) memory.rememberIfItGoes(going);
    },
    [memory, target, card],
  );
}

const cardElements = "section, article, [role=group], [role=region]";

/** React 18 warns of a layout effect on a server. */
const useBrowserLayoutEffect = typeof document === "undefined" ? useEffect : useLayoutEffect;
