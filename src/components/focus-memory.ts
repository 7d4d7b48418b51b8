/**
 * Remembers what had the focus when a fallback was given up for another try. Should that fail, the focus has been
 * nowhere in between, and belongs to the fallback that comes next. As soon as the person presses anything else they have
 * moved on, and it is forgotten.
 */
export class FocusMemory {
  #remembered: Element | null = null;
  #listening: AbortController | undefined;

  remember(): void {
    this.#listening?.abort();
    this.#remembered = document.activeElement;
    const listening = new AbortController();
    this.#listening = listening;
    const forget = () => {
      this.#remembered = null;
      listening.abort();
    };
    // While capturing: the press that gave the fallback up has come past the document already.
    for (const pressed of ["keydown", "pointerdown"])
      document.addEventListener(pressed, forget, { capture: true, signal: listening.signal });
  }

  /** What has the focus, or had it last. Null on a server. */
  current(): Element | null {
    if (typeof document === "undefined") return null;
    const isNowhere = document.activeElement === document.body;
    return isNowhere && this.#remembered ? this.#remembered : document.activeElement;
  }
}
