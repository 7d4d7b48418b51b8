/**
 * Remembers what had the focus when a fallback was given up for another try. Should that fail, the focus has been
 * nowhere in between, and belongs to the fallback that comes next. As soon as the person presses anything else they have
 * moved on, and it is forgotten.
 */
export class FocusMemory {
  #remembered: Element | null = null;
  /** The page's, and a frame's own, whose presses are not heard outside of it. */
  #pages: readonly Document[] = [];

  remember(): void {
    this.forget();
    const focused = focusPath().at(-1) ?? null;
    this.#remembered = focused;
    this.#pages = [...new Set([document, focused?.ownerDocument ?? document])];
    // While capturing: the press that gave the fallback up has come past the document already.
    for (const page of this.#pages)
      for (const pressed of presses) page.addEventListener(pressed, this.forget, true);
  }

  readonly forget = (): void => {
    this.#remembered = null;
    for (const page of this.#pages)
      for (const pressed of presses) page.removeEventListener(pressed, this.forget, true);
    this.#pages = [];
  };

  /** For the part that a commit takes out: remembers what has the focus in it, if it really goes. */
  rememberIfItGoes(part: Element): void {
    if (!hasFocusWithin(part)) return;
    this.remember();
    // A commit ends before. StrictMode rehearses the end of an effect, and Suspense hides what it keeps.
    queueMicrotask(() => part.isConnected && this.forget());
  }

  /** What has the focus, or had it last. Null on a server. */
  current(): Element | null {
    if (typeof document === "undefined") return null;
    return isFocusNowhere() && this.#remembered ? this.#remembered : (focusPath().at(-1) ?? null);
  }
}

const presses = ["keydown", "pointerdown"] as const;

/** Whether nothing has the focus: it is the body's, of the page or of the frame that has it. */
export function isFocusNowhere(): boolean {
  const focused = focusPath().at(-1);
  return focused === undefined || focused === focused.ownerDocument.body;
}

/** Also through the shadow roots of what is inside, and in a frame. */
export function hasFocusWithin(part: Element): boolean {
  return focusPath().some((focused) => part.contains(focused));
}

/** What has the focus, from the page's own element inwards: through open shadow roots, and frames of the same origin. */
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

/** Not by `instanceof`: a frame in a frame is of another realm. */
function isFrame(element: Element): element is HTMLIFrameElement {
  return element.localName === "iframe";
}
