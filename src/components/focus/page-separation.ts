import { keepExposed } from "./exposure.ts";

/** What a dialog hears of at the document, to close, to pull the focus back and to keep the page from scrolling. */
const unheard = [
  ...["pointerdown", "mousedown", "touchstart", "click"],
  ...["focusin", "focusout", "wheel", "touchmove"],
] as const;

/**
 * Makes an element to the page what another window is: the focus that goes there has gone nowhere that the page knows,
 * and of what is pressed, focused or scrolled there nobody hears outside. Every dialog bears with other windows: it does
 * not close for them, pull the focus back from them or lock their scrolling.
 *
 * Who listens while an event is on its way down hears of a press all the same, and tells by the document what is none of
 * its own: React Aria by the mark that is set here, Base UI by the lack of its mark, Headless UI by a place in the body
 * beside the app.
 *
 * @returns a function that ends it
 */
export function separateFromPage(element: HTMLElement): () => void {
  const ended = new AbortController();
  const { signal } = ended;
  const isInside = (target: EventTarget | null) =>
    target instanceof Node && element.contains(target);

  function noteLeaving(event: FocusEvent): void {
    if (isInside(event.relatedTarget) && !isInside(event.target))
      Object.defineProperty(event, "relatedTarget", { value: null });
  }

  /** Radix closes its topmost layer before the event is here, unless somebody has dealt with it already. */
  function claimEscape(event: KeyboardEvent): void {
    if (event.key === "Escape" && isInside(event.target)) event.preventDefault();
  }

  element.dataset["reactAriaTopLayer"] = "true";
  for (const type of unheard) element.addEventListener(type, keepInside, { passive: true, signal });
  window.addEventListener("blur", noteLeaving, { capture: true, signal });
  window.addEventListener("focusout", noteLeaving, { capture: true, signal });
  window.addEventListener("keydown", claimEscape, { capture: true, signal });
  const endExposure = keepExposed(element);
  return () => {
    ended.abort();
    endExposure();
  };
}

function keepInside(event: Event): void {
  event.stopPropagation();
}
