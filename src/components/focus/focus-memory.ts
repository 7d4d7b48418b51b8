/**
 * Remembers which element had the focus when a fallback was removed for another try. If the try fails, nothing has the
 * focus in between, and the next fallback may take it. As soon as the person presses anything else they have moved on,
 * and the memory is cleared.
 */
export class FocusMemory {
  #remembered: Element | null = null;
  /** The page's document, and that of the frame with the focus: a press in a frame is not heard outside it. */
  #pages: readonly Document[] = [];

  remember(): void {
    this.forget();
    const focused = focusPath().at(-1) ?? null;
    this.#remembered = focused;
    this.#pages = [...new Set([document, focused?.ownerDocument ?? document])];
    // In the capture phase, which the press that removed the fallback has passed already at the document.
    for (const page of this.#pages)
      for (const pressed of presses) page.addEventListener(pressed, this.forget, true);
  }

  readonly forget = (): void => {
    this.#remembered = null;
    for (const page of this.#pages)
      for (const pressed of presses) page.removeEventListener(pressed, this.forget, true);
    this.#pages = [];
  };

  /** Call it when a commit may remove a part: remembers the focus in the part, if it is really removed. */
  rememberIfItGoes(part: Element): void {
    if (!hasFocusWithin(part)) return;
    this.remember();
    // The commit is over by then. StrictMode rehearses an effect's cleanup, and Suspense only hides what it keeps.
    queueMicrotask(() => part.isConnected && this.forget());
  }

  /** The element that has the focus or, if none has, the remembered one. Null on a server. */
  current(): Element | null {
    if (typeof document === "undefined") return null;
    return isFocusNowhere() && this.#remembered ? this.#remembered : (focusPath().at(-1) ?? null);
  }
}

const presses = ["keydown", "pointerdown"] as const;

/** Whether no element has the focus: then the body has it, of the page or of the focused frame. */
export function isFocusNowhere(): boolean {
  const focused = focusPath().at(-1);
  return focused === undefined || focused === focused.ownerDocument.body;
}

/** Whether the focus is in a part of the page, its shadow roots and frames included. */
export function hasFocusWithin(part: Element): boolean {
  return focusPath().some((focused) => part.contains(focused));
}

/** The focused elements from the page inwards: through open shadow roots, and frames of the same origin. */
export function focusPath(): Element[] {
  const path: Element[] = [];
  let focused = document.activeElement;
  while (focused) {
    path.push(focused);
    const inner = isFrame(focused) ? focused.contentDocument : focused.shadowRoot;
    focused = inner?.activeElement ?? null;
  }
  return path;
}

/** Not by `instanceof`: an element of a frame is of another realm. */
export function focusOn(element: Element): void {
  if ("focus" in element && typeof element.focus === "function")
    element.focus({ preventScroll: true });
}

/** Without `instanceof`: a frame within a frame is of another realm. */
function isFrame(element: Element): element is HTMLIFrameElement {
  return element.localName === "iframe";
}
