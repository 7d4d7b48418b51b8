/**
 * What Tab stops at, and in which order (HTML, "sequential focus navigation"). The order that `userEvent` goes by also
 * holds what is inert, under a modal dialog or inside closed details, and it gets no further there.
 */
const focusable = "a, button, input, select, textarea, summary, [tabindex]";

export function tabStops(): HTMLElement[] {
  const stops = [...page().querySelectorAll<HTMLElement>(focusable)].filter(isTabStop);
  const ahead = stops.filter(({ tabIndex }) => tabIndex > 0);
  return [
    ...ahead.toSorted((one, other) => one.tabIndex - other.tabIndex),
    ...stops.filter(({ tabIndex }) => tabIndex === 0),
  ];
}

/** Where Tab goes from what has the focus now, or Shift and Tab. Nothing: it leaves the page. */
export function nextStop(backwards: boolean): HTMLElement | undefined {
  const stops = tabStops();
  const focused = document.activeElement ?? document.body;
  const place = focused instanceof HTMLElement ? stops.indexOf(focused) : -1;
  if (place >= 0) return stops[place + (backwards ? -1 : 1)];
  if (focused === document.body) return stops.at(backwards ? -1 : 0);
  // A heading or a region that a script gave the focus to.
  const isBeside = (direction: number) => (stop: HTMLElement) =>
    (focused.compareDocumentPosition(stop) & direction) !== 0;
  return backwards
    ? stops.findLast(isBeside(Node.DOCUMENT_POSITION_PRECEDING))
    : stops.find(isBeside(Node.DOCUMENT_POSITION_FOLLOWING));
}

/** The modal dialog that was opened over the page, as nothing else can have the focus then. */
export function modalDialog(): HTMLDialogElement | undefined {
  return [...document.querySelectorAll<HTMLDialogElement>("dialog:modal")].at(-1);
}

/** The radio buttons that a radio button is one of, as long as they can be picked. */
export function radiosBeside(radio: HTMLInputElement): HTMLInputElement[] {
  if (radio.name === "") return [radio];
  const selector = `input[type=radio][name="${CSS.escape(radio.name)}"]:enabled`;
  return [...document.querySelectorAll<HTMLInputElement>(selector)].filter(
    ({ form }) => form === radio.form,
  );
}

/** Controls that a mouse can use and Tab never gets to, those left out that arrows get to from another. */
export function passedOver(): HTMLElement[] {
  const byArrows = "[role=tab], [role=radio], [role=option], [role^=menuitem], [role=treeitem]";
  const controls = page().querySelectorAll<HTMLElement>("a[href], button, input, select, textarea");
  return [...controls].filter(
    (control) => control.tabIndex < 0 && isUsable(control) && !control.matches(byArrows),
  );
}

/** `button “Try again”`, for messages. */
export function nameOf(element: Element | null): string {
  if (!element || element === document.body) return "the page itself";
  const labelId = element.getAttribute("aria-labelledby")?.split(" ")[0] ?? "";
  const label = element instanceof HTMLInputElement ? element.labels?.[0] : undefined;
  const labelled = document.getElementById(labelId) ?? label ?? element;
  const words = element.getAttribute("aria-label") ?? labelled.textContent;
  const name = words.trim().replaceAll(/\s+/g, " ").slice(0, 40);
  return `${element.getAttribute("role") ?? element.localName} “${name}”`;
}

function page(): HTMLElement {
  return modalDialog() ?? document.body;
}

function isTabStop(element: HTMLElement): boolean {
  if (element.tabIndex < 0 || !isUsable(element)) return false;
  if (!(element instanceof HTMLInputElement) || element.type !== "radio") return true;
  const group = radiosBeside(element);
  const stop =
    group.find((radio) => radio === document.activeElement) ??
    group.find(({ checked }) => checked) ??
    group[0];
  return element === stop;
}

function isUsable(element: HTMLElement): boolean {
  return (
    !element.matches(":disabled") &&
    !element.closest("[inert]") &&
    // Not so either inside closed details.
    element.checkVisibility({ visibilityProperty: true })
  );
}
