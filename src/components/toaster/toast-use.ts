import { hasFocusWithin } from "../focus/focus-memory.ts";

/**
 * Whether somebody uses a toast: the pointer is over it, the focus in it, or some of its text selected. Then it must
 * not close by itself: they may be pressing a button or copying an ID.
 */
export class ToastUse {
  readonly #hold: () => () => void;
  #release: (() => void) | undefined;
  #element: Element | undefined;
  #isPointedAt = false;

  /** @param hold keeps the toast from closing by itself until the returned function is called */
  constructor(hold: () => () => void) {
    this.#hold = hold;
  }

  readonly notePointer = (element: Element, isOver: boolean): void => {
    this.#element = element;
    this.#isPointedAt = isOver;
    this.#look();
  };

  /** @param next the element that has the focus now, or gets it next */
  readonly noteFocus = (element: Element, next: EventTarget | null): void => {
    this.#element = element;
    this.#look(next instanceof Node && element.contains(next));
  };

  /** The toast has closed, or nobody uses it any more. */
  end(): void {
    this.#element?.ownerDocument.removeEventListener("selectionchange", this.#noteSelection);
    this.#element = undefined;
    this.#release?.();
    this.#release = undefined;
  }

  readonly #noteSelection = (): void => this.#look();

  #look(isFocusComing = false): void {
    const element = this.#element;
    if (!element) return;
    const isUsed =
      this.#isPointedAt || isFocusComing || hasFocusWithin(element) || hasSelection(element);
    if (isUsed && !this.#release) {
      this.#release = this.#hold();
      element.ownerDocument.addEventListener("selectionchange", this.#noteSelection);
    }
    if (!isUsed) this.end();
  }
}

function hasSelection(element: Element): boolean {
  const selection = element.ownerDocument.getSelection();
  if (!selection || selection.isCollapsed) return false;
  // Firefox has several ranges: for a table's cells, or selected with Ctrl.
  const ranges = Array.from({ length: selection.rangeCount }, (_, at) => selection.getRangeAt(at));
  return ranges.some((range) => range.intersectsNode(element));
}
