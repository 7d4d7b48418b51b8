import type { afterEach as checkAccessibility } from "@storybook/addon-a11y/preview";
import { nameOf, tabStops } from "../stories/tab-stops.ts";

type StoryContext = Pick<Parameters<typeof checkAccessibility>[0], "globals">;

interface Notes {
  keys: number;
  /** What only a mouse, a finger or a script does, and to what. */
  byMouse: string[];
}

/** Of the story that runs: one runs at a time. */
let noted: Notes = { keys: 0, byMouse: [] };

const ways = "press, flip, choose or write of stories/keyboard.ts";
const mouseEvents = ["pointerdown", "mousedown", "touchstart"] as const;

/** Before a story in a test run: notes from now on whether it is played with keys or with a mouse. */
export function noteKeyboard({ globals }: StoryContext): (() => void) | undefined {
  if (!globals["checkKeyboard"]) return undefined;
  const notes: Notes = { keys: 0, byMouse: [] };
  noted = notes;
  let keyIsNew = false;

  function noteKey(): void {
    notes.keys += 1;
    keyIsNew = true;
  }
  function noteMouse({ type, target }: Event): void {
    notes.byMouse.push(`${type} on ${nameOf(target instanceof Element ? target : null)}`);
  }
  /** Enter and space click too, with a `detail` of 0 (UI Events); so does `click()`, but after no key. */
  function noteClick(event: MouseEvent): void {
    if (event.detail > 0 || !keyIsNew) noteMouse(event);
    keyIsNew = false;
  }

  const ending = new AbortController();
  const options = { capture: true, signal: ending.signal };
  window.addEventListener("keydown", noteKey, options);
  window.addEventListener("click", noteClick, options);
  for (const type of mouseEvents) window.addEventListener(type, noteMouse, options);
  return () => ending.abort();
}

/** After a story's end in a test run: fails one that has controls and was not played, or not by keyboard alone. */
export function checkKeyboard({ globals }: StoryContext): void {
  if (!globals["checkKeyboard"]) return;
  if (noted.byMouse.length > 0)
    throw new Error(
      `A story is played by keyboard alone, and this one saw ${listed(noted.byMouse)}: use ${ways} instead`,
    );
  const stops = tabStops();
  if (noted.keys === 0 && stops.length > 0)
    throw new Error(
      `A story with controls is played by keyboard, and this one has ${listed(stops.map(nameOf))} and saw no key: use ${ways}, or "play: walkByKeyboard" where there is only something to see`,
    );
}

function listed(names: readonly string[]): string {
  const others = names.length - 3;
  return names.slice(0, 3).join(", ") + (others > 0 ? ` and ${others} more` : "");
}
