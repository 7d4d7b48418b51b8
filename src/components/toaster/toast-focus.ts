import { focusPath, isFocusNowhere } from "../focus/focus-memory.ts";

/** Marks a region of toasts and a toast, whoever draws it. */
export const regionMark = "data-recourse-toasts";
export const toastMark = "data-recourse-toast";

/**
 * Where the focus goes with one region of toasts: F6 brings it here and back, a toast that goes leaves it to the next
 * one, and the last one to what had it before.
 */
export class ToastFocus {
  /** All that are followed: by F6 the focus goes from one to the next, and from the last one back to where it was. */
  static readonly #followed = new Set<ToastFocus>();
  readonly #region: HTMLElement;
  /** What had the focus before it came here. */
  #before: Element | null = null;
  /** What had it here last. */
  #last: Element | null = null;
  /** The toast that had it last, by its place. */
  #toast: { element: Element; place: number } | undefined;

  constructor(region: HTMLElement) {
    this.#region = region;
  }

  /** Follows the focus until it is called off. */
  follow(): () => void {
    const region = this.#region;
    const page = region.ownerDocument;
    region.addEventListener("focusin", this.#noteFocus);
    region.addEventListener("focusout", this.#noteLeft);
    page.addEventListener("keydown", this.#goByKey);
    ToastFocus.#followed.add(this);
    return () => {
      ToastFocus.#followed.delete(this);
      region.removeEventListener("focusin", this.#noteFocus);
      region.removeEventListener("focusout", this.#noteLeft);
      page.removeEventListener("keydown", this.#goByKey);
    };
  }

  /** The toasts have changed: where the one that had the focus is gone, it goes to the one that has its place now. */
  goOn(): void {
    const gone = this.#toast;
    if (!gone || gone.element.isConnected || !isFocusNowhere()) return;
    const toasts = this.#toasts();
    const next = toasts[Math.min(gone.place, toasts.length - 1)];
    if (next) focusOn(next);
    else this.goBack();
  }

  /** To where it was before it came here. */
  goBack(): void {
    this.#toast = undefined;
    if (this.#before?.isConnected) focusOn(this.#before);
  }

  /** Whether the focus is here. */
  get isHere(): boolean {
    return focusPath().some((element) => this.#region.contains(element));
  }

  #toasts(): Element[] {
    return [...this.#region.querySelectorAll(`[${toastMark}]`)];
  }

  readonly #noteFocus = ({ target, relatedTarget }: FocusEvent): void => {
    const from = relatedTarget instanceof Element ? relatedTarget : null;
    // From the body comes what was nowhere, as the toast before this one has been taken out.
    const isElsewhere = from !== null && from !== from.ownerDocument.body;
    if (isElsewhere && !this.#region.contains(from)) {
      const other = [...ToastFocus.#followed].find((followed) => followed.#region.contains(from));
      this.#before = other ? other.#before : from;
    }
    if (!(target instanceof Element)) return;
    this.#last = target;
    const toasts = this.#toasts();
    const place = toasts.findIndex((toast) => toast.contains(target));
    const element = toasts[place];
    this.#toast = element && { element, place };
  };

  /** Elsewhere by the person's own doing: what goes from here now goes without the focus. */
  readonly #noteLeft = ({ relatedTarget }: FocusEvent): void => {
    const isElsewhere = relatedTarget instanceof Node && !this.#region.contains(relatedTarget);
    if (isElsewhere) this.#toast = undefined;
  };

  /** F6 and Shift+F6, as between the panes of a window: to the next region of toasts, and after the last one back. */
  readonly #goByKey = (event: KeyboardEvent): void => {
    const isPlain = !event.ctrlKey && !event.altKey && !event.metaKey;
    if (event.key !== "F6" || !isPlain || event.defaultPrevented) return;
    const regions = [...this.#region.ownerDocument.querySelectorAll(`[${regionMark}]`)];
    if (event.shiftKey) regions.reverse();
    const path = focusPath();
    const from = regions.findIndex((region) => path.some((element) => region.contains(element)));
    const isMine = regions[Math.max(0, from)] === this.#region;
    if (!isMine) return;
    event.preventDefault();
    const next = from < 0 ? this.#region : regions[from + 1];
    if (!next) this.goBack();
    else if (next === this.#region) focusOn(this.#last?.isConnected ? this.#last : next);
    else focusOn(next);
  };
}

function focusOn(element: Element): void {
  // Not by `instanceof`: an element of a frame is of another realm.
  if ("focus" in element && typeof element.focus === "function")
    element.focus({ preventScroll: true });
}
