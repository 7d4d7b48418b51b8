import { describe, expect } from "vitest";
import { test as base } from "../e2e/scenario-test.ts";
import { startFirefox, type Tab } from "./firefox.ts";

/** Opens the page with a dialog of Radix, and a toast over it. */
const test = base.extend("openCovered", { scope: "file" }, async ({ pageUrl }, { onCleanup }) => {
  const firefox = await startFirefox();
  onCleanup(() => firefox.close());
  return async () => {
    const query = new URLSearchParams({ scenario: "RadixDialog", api: "http://localhost" });
    const tab = await firefox.openTab(`${pageUrl}/production/?${query}`);
    await expect.poll(() => evaluate(tab, () => document.querySelector("button"))).toBeTruthy();
    await tab.press("[aria-haspopup=dialog]");
    await expect.poll(() => isOpen(tab)).toBe(true);
    await tab.press("[role=dialog] button");
    await expect.poll(() => countToasts(tab)).toBe(1);
    await tab.press("[role=dialog] input");
    return tab;
  };
});

async function evaluate(tab: Tab, work: () => unknown): Promise<unknown> {
  await tab.begin(work);
  return tab.outcome();
}

const isOpen = (tab: Tab) =>
  evaluate(tab, () => document.querySelector("[role=dialog]:not(.recourse-toast)") !== null);
const countToasts = (tab: Tab) =>
  evaluate(tab, () => document.querySelectorAll(".recourse-toast").length);
const focused = (tab: Tab) =>
  evaluate(tab, () => document.activeElement?.textContent || document.activeElement?.localName);

describe("A toast over a dialog of Radix, in Firefox,", () => {
  test("is used by keyboard, and the focus comes back into the dialog", async ({ openCovered }) => {
    const tab = await openCovered();
    await tab.type("F6", "Tab", "Tab");
    expect(await focused(tab)).toBe("Try again");
    await tab.type("F6");
    expect(await focused(tab)).toBe("input");
    await tab.type("F6", "Escape");
    await expect.poll(() => countToasts(tab)).toBe(0);
    expect(await focused(tab)).toBe("input");
    expect(await isOpen(tab)).toBe(true);
  });

  test("is dismissed by mouse while that stays open", async ({ openCovered }) => {
    const tab = await openCovered();
    await tab.press(".recourse-dismiss");
    await expect.poll(() => countToasts(tab)).toBe(0);
    expect(await isOpen(tab)).toBe(true);
  });
});
