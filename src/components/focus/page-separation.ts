import { keepExposed } from "./exposure.ts";

/** Events that a dialog hears at the document, to close, to pull the focus back and to keep the page from scrolling. */
const unheard = [
  ...["pointerdown", "mousedown", "touchstart", "click"],
  ...["focusin", "focusout", "wheel", "touchmove"],
] as const;

/**
 * Makes an element look to the page like another window: focus that moves into it seems to leave the page, and nobody
 * outside hears what is pressed, focused or scrolled inside. Every dialog tolerates other windows: it does not close
 * for them, pull the focus back from them or lock their scrolling.
 *
 * Listeners in the capture phase still hear a press. They tell by the document that the element is not theirs to close
 * for: React Aria by the attribute that is set here, Base UI by the lack of its own mark, Headless UI by the element's
 * place in the body beside the app.
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

  /** Radix hears Escape before the element does, and closes its topmost layer unless the event is default-prevented. */
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
