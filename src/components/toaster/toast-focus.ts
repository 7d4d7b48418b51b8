import { focusOn, focusPath, isFocusNowhere } from "../focus/focus-memory.ts";

/** These mark a region of toasts and a toast, whoever draws it. */
export const regionMark = "data-recourse-toasts";
export const toastMark = "data-recourse-toast";

/**
 * Moves the focus for one region of toasts. F6 moves it here and back; a toast that closes passes it on to the next
 * one, and the last toast to the element that had it before.
 */
export class ToastFocus {
  /** All followed regions: F6 goes from one to the next, and from the last one back to where the focus was. */
  static readonly #followed = new Set<ToastFocus>();
  readonly #region: HTMLElement;
  /** The element that had the focus before it came here. */
  #before: Element | null = null;
  /** The element in here that had the focus last. */
  #last: Element | null = null;
  /** The toast that had the focus last, and its index. */
  #toast: { element: Element; place: number } | undefined;

  constructor(region: HTMLElement) {
    this.#region = region;
  }

  /** Follows the focus until the returned function is called. */
  follow(): () => void {
    const region = this.#region;
    const page = region.ownerDocument;
    const ended = new AbortController();
    const { signal } = ended;
    region.addEventListener("focusin", this.#noteFocus, { signal });
    region.addEventListener("focusout", this.#noteLeft, { signal });
    page.addEventListener("keydown", this.#goByKey, { signal });
    ToastFocus.#followed.add(this);
    return () => {
      ToastFocus.#followed.delete(this);
      ended.abort();
    };
  }

  /** The toasts have changed: if the focused one is gone, focuses the one at its index. */
  goOn(): void {
    const gone = this.#toast;
    if (!gone || gone.element.isConnected || !isFocusNowhere()) return;
    const toasts = this.#toasts();
    const next = toasts[Math.min(gone.place, toasts.length - 1)];
    if (next) focusOn(next);
    else this.goBack();
  }

  /** Focuses the element that had the focus before it came here. */
  goBack(): void {
    this.#toast = undefined;
    if (this.#before?.isConnected) focusOn(this.#before);
  }

  /** Whether the focus is in here. */
  get isHere(): boolean {
    return focusPath().some((element) => this.#region.contains(element));
  }

  #toasts(): Element[] {
    return [...this.#region.querySelectorAll(`[${toastMark}]`)];
  }

  readonly #noteFocus = ({ target, relatedTarget }: FocusEvent): void => {
    const from = relatedTarget instanceof Element ? relatedTarget : null;
    // If it comes from the body, nothing had it: the toast before this one has been removed.
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

  /** The person has moved the focus elsewhere: a toast that closes now must not pull it back. */
  readonly #noteLeft = ({ relatedTarget }: FocusEvent): void => {
    const isElsewhere = relatedTarget instanceof Node && !this.#region.contains(relatedTarget);
    if (isElsewhere) this.#toast = undefined;
  };

  /** F6 and Shift+F6, as between the panes of a window: to the next region of toasts and, after the last one, back. */
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
