import { separateFromPage } from "../focus/page-separation.ts";

interface Place {
  parent: Element;
  /** Whether it is shown above everything, or where the parent puts it. */
  isOnTop: boolean;
}

/**
 * The element that holds the toasts, the same one for as long as their toaster is mounted. It moves to where it can be
 * pressed, into a modal dialog and out again, and its content keeps its state. Toasts portalled straight into an app's
 * dialog would be built anew at each move, announced again, and lost when the dialog's content is replaced.
 *
 * With toasts in it, it is a popover on top of the top layer, if the browser has popovers: above fullscreen elements
 * and other popovers, and outside of a dialog that clips or moves its content. Without toasts the popover is closed.
 */
export class ToastHost {
  readonly element = document.createElement("div");
  #place: Place | undefined;
  #isFilled = false;
  /** Whether something has come into the top layer since this did. */
  #isCovered = false;
  /** The element in here that had the focus when a dialog took it away. */
  #lostFocus: HTMLElement | undefined;
  readonly #evictions = new MutationObserver(() => this.#comeBack());
  #endSeparation: (() => void) | undefined;

  constructor() {
    this.element.className = "recourse-toaster";
    // Inline, not in the style sheet, so that an app's rules for every popover do not reach it: it has no look, no size
    // and, while it is closed, no box. Only its content has.
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
    // A popover's toggle event does not bubble, so it is heard in the capture phase.
    document.addEventListener("toggle", this.#noteOpened, true);
    if (focused?.isConnected && isFocusLost()) focused.focus({ preventScroll: true });
  }

  /**
   * Call this at every change of the toasts: a new one belongs on top of what has been opened meanwhile. A host that
   * nothing covers stays as it is, since leaving the top layer and coming back restarts animations.
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

  /** `moveBefore`, if the browser has it, keeps the focus, scroll positions and animations. */
  #put(parent: Element): void {
    const { element } = this;
    const canMove = element.isConnected && parent.isConnected && "moveBefore" in parent;
    if (canMove && typeof parent.moveBefore === "function") parent.moveBefore(element, null);
    else parent.append(element);
  }

  /** An app that replaces all of a dialog's content means its own: puts the host back. */
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

  /** The top layer is ordered by when elements came into it, so this leaves it and comes again. */
  readonly #raise = (): void => {
    const { element } = this;
    this.#isCovered = false;
    const isPopover = typeof element.showPopover === "function" && element.popover !== null;
    if (!isPopover || !element.isConnected) return;
    if (element.matches(":popover-open")) element.hidePopover();
    if (this.#isFilled) element.showPopover();
  };
}

/** When a dialog closes, Chromium may still name the focused element in it, which is no longer visible. */
function isFocusLost(): boolean {
  const { activeElement, body } = document;
  if (activeElement === null || activeElement === body) return true;
  return activeElement.checkVisibility?.() === false;
}
