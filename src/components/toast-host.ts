/**
 * The element that the toasts live in, the same one for as long as their toaster is there: it moves to where it can be
 * seen, into a modal dialog and out again, and what is in it keeps its state. Portalled straight into somebody's dialog,
 * they would be made anew at each move, read out again, and lost with the dialog's content when that is replaced.
 */
export class ToastHost {
  readonly element = document.createElement("div");
  #place: Element | undefined;
  /** What had the focus in here when a dialog took it away. */
  #lostFocus: HTMLElement | undefined;
  readonly #evictions = new MutationObserver(() => this.#comeBack());

  constructor() {
    this.element.className = "recourse-toaster";
    this.element.addEventListener("focusout", ({ target, relatedTarget }) => {
      const wasTaken =
        relatedTarget === null ||
        (relatedTarget instanceof Element && relatedTarget.closest("dialog:modal") !== null);
      this.#lostFocus = wasTaken && target instanceof HTMLElement ? target : undefined;
    });
  }

  moveTo(place: Element): void {
    const isMove = this.#place !== undefined && this.#place !== place;
    const focused = this.#focusedInside() ?? (isMove ? this.#lostFocus : undefined);
    this.#place = place;
    this.#put(place);
    this.#evictions.disconnect();
    this.#evictions.observe(place, { childList: true });
    if (focused?.isConnected && isFocusNowhere()) focused.focus({ preventScroll: true });
  }

  remove(): void {
    this.#evictions.disconnect();
    this.element.remove();
  }

  #focusedInside(): HTMLElement | undefined {
    const { activeElement } = document;
    const isInside = this.element.contains(activeElement) && activeElement instanceof HTMLElement;
    return isInside ? activeElement : undefined;
  }

  /** `moveBefore`, where there is one, keeps the focus, what is scrolled and what moves. */
  #put(place: Element): void {
    const { element } = this;
    const canMove = element.isConnected && place.isConnected && "moveBefore" in place;
    if (canMove && typeof place.moveBefore === "function") place.moveBefore(element, null);
    else place.append(element);
  }

  /** Whoever replaces all of a dialog's content means its own. */
  #comeBack(): void {
    if (this.#place?.isConnected && this.element.parentNode !== this.#place)
      this.#place.append(this.element);
  }
}

/** As a dialog closes, Chromium may still name what had the focus in it, which is no longer to be seen. */
function isFocusNowhere(): boolean {
  const { activeElement, body } = document;
  if (activeElement === null || activeElement === body) return true;
  return activeElement.checkVisibility?.() === false;
}
