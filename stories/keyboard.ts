import { expect, uninstrumentedUserEvent, userEvent, waitFor } from "storybook/test";
import { modalDialog, nameOf, nextStop, passedOver, radiosBeside, tabStops } from "./tab-stops.ts";

/**
 * How the stories use a page: by keyboard alone, as people do who cannot use a mouse. `userEvent` presses the keys;
 * what browsers do on them and `userEvent` does not is added in `doAsBrowsers`.
 */

/** Presses keys, written as `userEvent.keyboard` takes them: `{Escape}`, `{ArrowDown}`, or a text to type. */
export async function pressKeys(keys: string): Promise<void> {
  await asInBrowsers(() => userEvent.keyboard(keys, { delay: null }));
}

/** Goes to a control by Tab, or by Shift and Tab where that is shorter. */
export async function tabTo(control: HTMLElement): Promise<void> {
  // What gets the focus on the way may change the page, and the way with it.
  for (let tries = 0; document.activeElement !== control && tries < 3; tries += 1) {
    const stops = tabStops();
    if (!stops.includes(control))
      throw new Error(
        `Tab does not stop at ${nameOf(control)}, but at ${stops.map(nameOf).join(", ")}`,
      );
    const steps = stepsTo(control, stops);
    await pressTab(Math.abs(steps), steps < 0);
  }
  if (document.activeElement !== control) throw missed("Tab", control);
}

/** Presses a button, follows a link or unfolds details with Enter. */
export async function press(control: HTMLElement): Promise<void> {
  await tabTo(control);
  await pressKeys("{Enter}");
}

/** Turns a switch or a checkbox on or off with the space bar. */
export async function flip(control: HTMLElement): Promise<void> {
  await tabTo(control);
  await pressKeys(" ");
}

/**
 * Picks a radio button or a tab. Tab stops at one of a group; from there the arrows go on, and pick whatever they come
 * by (ARIA Authoring Practices, "Radio Group" and "Tabs").
 */
export async function choose(choice: HTMLElement): Promise<void> {
  const isRadio = choice instanceof HTMLInputElement;
  const group: HTMLElement[] = isRadio ? radiosBeside(choice) : tabsBeside(choice);
  const stop = tabStops().find((control) => group.includes(control)) ?? choice;
  await tabTo(stop);
  // Where none is picked yet, Tab stops at the first and leaves it as it is.
  if (stop === choice && isRadio && !choice.checked) await pressKeys(" ");
  const steps = group.indexOf(choice) - group.indexOf(stop);
  const [forth, back] = isRadio ? ["{ArrowDown}", "{ArrowUp}"] : ["{ArrowRight}", "{ArrowLeft}"];
  for (let step = 0; step < Math.abs(steps); step += 1) await pressKeys(steps > 0 ? forth : back);
  if (document.activeElement !== choice) throw missed("Arrows", choice);
}

/** Puts a text in the place of what a field holds. */
export async function write(field: HTMLElement, text: string): Promise<void> {
  await tabTo(field);
  await pressKeys("{Control>}a{/Control}");
  if (text === "") await pressKeys("{Delete}");
  else await userEvent.paste(text, { delay: null });
}

/** F6 goes to the toasts from anywhere in the page. */
export async function goToToasts(): Promise<void> {
  await pressKeys("{F6}");
  await expect(document.activeElement?.closest("[role=region]")).toBeVisible();
}

/**
 * The play of a story that only shows something. Tabs from the page's start to its end, and expects that each control
 * gets the focus, in the order of the document, that each shows a ring meanwhile, and that Tab leaves at the end.
 */
export async function walkByKeyboard(): Promise<void> {
  await waitFor(() => expect(tabStops().length, "controls that Tab stops at").toBeGreaterThan(0));
  let walk = await walkOnce();
  // What loads meanwhile may come where Tab has been already.
  for (let walks = 1; walks < 3 && !isSame(walk.stops, tabStops()); walks += 1)
    walk = await walkOnce();

  const { stops, reached, ringless } = walk;
  const numbered = (control: Element) => `${stops.indexOf(control) + 1} ${nameOf(control)}`;
  await expect(reached.map(numbered), "what Tab stopped at").toEqual(
    [...stops, document.body].map(numbered),
  );
  await expect(ringless.map(numbered), "controls without a focus ring").toEqual([]);
  await expect(passedOver().map(nameOf), "controls that Tab never gets to").toEqual([]);
}

async function walkOnce() {
  const stops: readonly Element[] = tabStops().toSorted(inDocumentOrder);
  const reached: Element[] = [];
  const ringless: Element[] = [];
  function note(): void {
    const focused = document.activeElement ?? document.body;
    reached.push(focused);
    if (focused !== document.body && !hasRing(focused)) ringless.push(focused);
  }
  for (let steps = 0; document.activeElement !== document.body && steps <= stops.length; steps += 1)
    await pressTab(1, false);
  window.addEventListener("keyup", note);
  try {
    await pressTab(stops.length + 1, false);
  } finally {
    window.removeEventListener("keyup", note);
  }
  return { stops, reached, ringless };
}

function isSame(some: readonly Element[], others: readonly Element[]): boolean {
  return some.length === others.length && some.every((element) => others.includes(element));
}

function inDocumentOrder(one: Element, other: Element): number {
  return one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}

/** Around the control, or around the label or box that is drawn for it. */
function hasRing(control: Element): boolean {
  const drawn = [control, control.closest("label"), control.parentElement];
  return (
    control.matches(":focus-visible") && drawn.some((element) => element && isOutlined(element))
  );
}

function isOutlined(element: Element): boolean {
  const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
  const isTransparent = /[,/] 0\)$/.test(outlineColor);
  return outlineStyle !== "none" && Number.parseFloat(outlineWidth) > 0 && !isTransparent;
}

function tabsBeside(tab: HTMLElement): HTMLElement[] {
  const list = tab.closest("[role=tablist]");
  return [...(list?.querySelectorAll<HTMLElement>("[role=tab]") ?? [])];
}

function missed(keys: string, control: HTMLElement): Error {
  return new Error(
    `${keys} did not get to ${nameOf(control)}: ${nameOf(document.activeElement)} has the focus`,
  );
}

/** Not written down among a story's interactions: the way to a control tells less than what is pressed there. */
async function pressTab(times: number, backwards: boolean): Promise<void> {
  const tabs = "{Tab}".repeat(times);
  const keys = backwards ? `{Shift>}${tabs}{/Shift}` : tabs;
  await asInBrowsers(() => uninstrumentedUserEvent.keyboard(keys, { delay: null }));
}

async function asInBrowsers(act: () => Promise<unknown>): Promise<void> {
  // The last to hear of a key, so that an app may keep it for itself.
  window.addEventListener("keydown", doAsBrowsers);
  try {
    await act();
  } finally {
    window.removeEventListener("keydown", doAsBrowsers);
  }
}

/** What `userEvent` leaves out: see `tab-stops.ts` for Tab; Enter and space on a summary; Escape in a modal dialog. */
function doAsBrowsers(event: KeyboardEvent): void {
  if (event.defaultPrevented) return;
  const focused = document.activeElement;
  if (event.key === "Tab") {
    event.preventDefault();
    moveFocus(nextStop(event.shiftKey));
  } else if (event.key === "Escape") {
    modalDialog()?.requestClose();
  } else if ((event.key === "Enter" || event.key === " ") && focused instanceof HTMLElement) {
    if (focused.matches("summary")) focused.click();
  }
}

/** Out of the page where there is nowhere to go in it. */
function moveFocus(stop: HTMLElement | undefined): void {
  if (stop) stop.focus({ focusVisible: true });
  else if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}

/** The Tabs to a control from what has the focus now: below zero where Shift and Tab is the shorter way. */
function stepsTo(control: HTMLElement, stops: readonly HTMLElement[]): number {
  // Between the last stop and the first is the browser's own bar; the body has the focus there.
  const round = stops.length + 1;
  const place = (stop: HTMLElement | undefined) => (stop ? stops.indexOf(stop) + 1 : 0);
  const distance = (from: number, to: number) => (to - from + round) % round;
  const forwards = 1 + distance(place(nextStop(false)), place(control));
  const backwards = 1 + distance(place(control), place(nextStop(true)));
  return forwards <= backwards ? forwards : -backwards;
}
