import { separateFromPage } from "../focus/page-separation.ts";

interface Place {
  parent: Element;
  /** Whether it is to be seen over everything there, or where the parent puts it. */
  isOnTop: boolean;
}

/**
 * The element that the toasts live in, the same one for as long as their toaster is there: it moves to where it can be
 * pressed, into a modal dialog and out again, and what is in it keeps its state. Portalled straight into somebody's
 * dialog, they would be made anew at each move, read out again, and lost with the dialog's content when that is replaced.
 *
 * With toasts in it, it is a popover on top of the top layer, where a browser has that: over what is fullscreen or a
 * popover itself, and out of a dialog that clips or moves what is in it. Without, it is closed and still there, since
 * its live region has to be.
 */
export class ToastHost {
  readonly element = document.createElement("div");
  #place: Place | undefined;
  #isFilled = false;
  /** Whether something has come into the top layer since this did. */
  #isCovered = false;
  /** What had the focus in here when a dialog took it away. */
  #lostFocus: HTMLElement | undefined;
  readonly #evictions = new MutationObserver(() => this.#comeBack());
  #endSeparation: (() => void) | undefined;

  constructor() {
    this.element.className = "recourse-toaster";
    // Here, not in the style sheet, so that an app's rules for every popover do not reach it: it has no look, no size
    // and, while it is closed, no box. Only what is in it does.
    this.element.style.cssText = "all: unset; position: fixed; display: contents";
    this.element.addEventListener("focusout", ({ target, relatedTarget }) => {
      const wasTaken =
        relatedTarget === null ||
        (relatedTarget instanceof Element && relatedTarget.closest("dialog:modal") !== null);
      this.#lostFocus = wasTaken && target instanceof HTMLElement ? target : undefined;
    });
    this.element.addEventListener("focusin", ({ relatedTarget }) => {
      const cameFromHere = relatedTarget instanceof Node && this.element.contains(relatedTarget);
      if (!cameFromHere) this.#raiseIfCovered();
    });
  }

  moveTo({ parent, isOnTop }: Place): void {
    const isMove = this.#place !== undefined && this.#place.parent !== parent;
    const focused = this.#focusedInside() ?? (isMove ? this.#lostFocus : undefined);
    this.#place = { parent, isOnTop };
    this.#endSeparation ??= separateFromPage(this.element);
    this.#put(parent);
    this.element.popover = isOnTop ? "manual" : null;
    this.#raise();
    this.#evictions.disconnect();
    this.#evictions.observe(parent, { childList: true });
    document.addEventListener("fullscreenchange", this.#raise);
    // A popover's event does not bubble, and is heard on its way down.
    document.addEventListener("toggle", this.#noteOpened, true);
    if (focused?.isConnected && isFocusLost()) focused.focus({ preventScroll: true });
  }

  /**
   * To be told at every change of the toasts: a new one belongs on top of what has been opened meanwhile. One that
   * nothing covers stays as it is, since to leave the top layer and come back restarts what moves in it.
   */
  fill(isFilled: boolean): void {
    const isNew = isFilled !== this.#isFilled;
    this.#isFilled = isFilled;
    if (isNew) this.#raise();
    else this.#raiseIfCovered();
  }

  remove(): void {
    document.removeEventListener("fullscreenchange", this.#raise);
    document.removeEventListener("toggle", this.#noteOpened, true);
    this.#evictions.disconnect();
    this.#endSeparation?.();
    this.#endSeparation = undefined;
    this.element.remove();
  }

  #focusedInside(): HTMLElement | undefined {
    const { activeElement } = document;
    const isInside = this.element.contains(activeElement) && activeElement instanceof HTMLElement;
    return isInside ? activeElement : undefined;
  }

  /** `moveBefore`, where there is one, keeps the focus, what is scrolled and what moves. */
  #put(parent: Element): void {
    const { element } = this;
    const canMove = element.isConnected && parent.isConnected && "moveBefore" in parent;
    if (canMove && typeof parent.moveBefore === "function") parent.moveBefore(element, null);
    else parent.append(element);
  }

  /** Whoever replaces all of a dialog's content means its own. */
  #comeBack(): void {
    const parent = this.#place?.parent;
    if (!parent?.isConnected || this.element.parentNode === parent) return;
    parent.append(this.element);
    this.#raise();
  }

  readonly #noteOpened = ({ target }: Event): void => {
    if (target !== this.element) this.#isCovered = true;
  };

  #raiseIfCovered(): void {
    if (this.#isCovered) this.#raise();
  }

  /** The top layer is in the order in which things came into it, so that this comes anew. */
  readonly #raise = (): void => {
    const { element } = this;
    this.#isCovered = false;
    const isPopover = typeof element.showPopover === "function" && element.popover !== null;
    if (!isPopover || !element.isConnected) return;
    if (element.matches(":popover-open")) element.hidePopover();
    if (this.#isFilled) element.showPopover();
  };
}

/** As a dialog closes, Chromium may still name what had the focus in it, which is no longer to be seen. */
function isFocusLost(): boolean {
  const { activeElement, body } = document;
  if (activeElement === null || activeElement === body) return true;
  return activeElement.checkVisibility?.() === false;
}
