import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Announcer } from "../../../src/components/focus/announcer.ts";

let release = () => {};

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(async () => {
  release();
  await Promise.resolve();
  document.body.replaceChildren();
});

const words = (text: string) => ({
  text,
  language: "en",
  more: (count: number) => `${count} more`,
});
const region = () => document.querySelector("[aria-live]");
const spoken = () => [...(region()?.children ?? [])].map(({ textContent }) => textContent);

/** One that has been there for a while. */
function noticed(): Announcer {
  const announcer = new Announcer();
  release = announcer.retain();
  vi.advanceTimersByTime(1_000);
  return announcer;
}

describe("The announcer", () => {
  it("is there, empty, before anything is said, and no role speaks for it", () => {
    noticed();
    expect(region()).toBeEmptyDOMElement();
    expect(region()).toHaveAttribute("aria-live", "assertive");
    expect(region()).not.toHaveAttribute("role");
  });

  it("says at once what comes when it has been noticed, in the words' language", () => {
    noticed().say({ ...words("Kaputt"), language: "de" });
    expect(spoken()).toEqual(["Kaputt"]);
    expect(region()?.firstElementChild).toHaveAttribute("lang", "de");
  });

  it("keeps words back until its region has been noticed", () => {
    const announcer = new Announcer();
    release = announcer.retain();
    announcer.say(words("a"));
    announcer.say(words("b"));
    expect(spoken()).toEqual([]);
    vi.advanceTimersByTime(99);
    expect(spoken()).toEqual([]);
    vi.advanceTimersByTime(2);
    expect(spoken()).toEqual(["a", "b"]);
  });

  it("says equal words again, as an element of their own", () => {
    const announcer = noticed();
    announcer.say(words("a"));
    announcer.say(words("a"));
    expect(spoken()).toEqual(["a", "a"]);
  });

  it("keeps its words for as long as they take to be read, and says none of them again", () => {
    const announcer = noticed();
    announcer.say(words("a"));
    vi.advanceTimersByTime(2_900);
    expect(spoken()).toEqual(["a"]);
    vi.advanceTimersByTime(200);
    expect(spoken()).toEqual([]);
    announcer.say(words("b"));
    expect(spoken()).toEqual(["b"]);
  });

  it("says 3 of 5,000 and counts the others, with as many elements in the document", () => {
    const announcer = noticed();
    for (let index = 1; index <= 5_000; index += 1) announcer.say(words(`failure ${index}`));
    expect(spoken()).toEqual(["failure 1", "failure 2", "failure 3"]);
    vi.advanceTimersByTime(3_100);
    expect(spoken()).toEqual(["4997 more"]);
    vi.advanceTimersByTime(3_100);
    expect(spoken()).toEqual([]);
  });

  it("takes back what nobody has to hear any more, said or not", () => {
    const announcer = noticed();
    announcer.say(words("a"))();
    expect(spoken()).toEqual([]);
    const fresh = new Announcer();
    const stop = fresh.retain();
    fresh.say(words("b"))();
    vi.advanceTimersByTime(1_000);
    expect(spoken()).toEqual([]);
    stop();
  });

  it("speaks from inside of the modal dialog that covers the page, and from the page after it", async () => {
    const announcer = noticed();
    const dialog = document.body.appendChild(document.createElement("dialog"));
    // jsdom has no modal dialogs.
    const matching = vi.spyOn(document, "querySelectorAll");
    matching.mockImplementation((selector) =>
      Document.prototype.querySelectorAll.call(
        document,
        selector === "dialog:modal" ? "dialog[open]" : selector,
      ),
    );
    dialog.open = true;
    await vi.waitFor(() => expect(dialog).toContainElement(document.querySelector("[aria-live]")));
    vi.advanceTimersByTime(1_000);
    announcer.say(words("inside"));
    expect(spoken()).toEqual(["inside"]);
    dialog.open = false;
    await vi.waitFor(() => expect(region()?.parentElement).toBe(document.body));
    expect(spoken()).toEqual([]);
  });

  it("is hidden by no dialog that hides all that is beside it", async () => {
    noticed();
    region()?.setAttribute("aria-hidden", "true");
    await Promise.resolve();
    expect(region()).not.toHaveAttribute("aria-hidden");
  });

  it("comes back where all of the page is replaced", () => {
    const announcer = noticed();
    document.body.replaceChildren();
    announcer.say(words("a"));
    vi.advanceTimersByTime(200);
    expect(spoken()).toEqual(["a"]);
  });

  it("goes once nobody has anything to say, and not while StrictMode puts everything back", async () => {
    const announcer = noticed();
    release();
    release = announcer.retain();
    await Promise.resolve();
    expect(region()).not.toBeNull();
    release();
    release = () => {};
    await Promise.resolve();
    expect(region()).toBeNull();
  });
});
