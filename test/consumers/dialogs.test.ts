/**
 * Toasts over what covers the page, as each library really does it: with its focus trap, its presses outside, its scroll
 * lock, and all else hidden from assistive technology.
 */

import { readdirSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import type { BrowserContextOptions, Page } from "playwright";
import { describe, expect, inject } from "vitest";
import { newWatchedPage } from "../e2e/open-page.ts";
import { test as base } from "../e2e/scenario-test.ts";
import type {} from "./dialogs/src/failing-window.ts";

const folder = fileURLToPath(new URL("dialogs/src/dialogs", import.meta.url));
const coverings = readdirSync(folder).map((file) => basename(file, ".tsx"));

const test = base.extend("open", async ({ browser }, { onCleanup }) => {
  const pages: Page[] = [];
  const uncaught: Error[] = [];
  onCleanup(async () => {
    await Promise.all(pages.map((page) => page.context().close()));
    expect(uncaught).toEqual([]);
  });
  return async (covering: string, context: BrowserContextOptions = {}) => {
    const permissions = ["clipboard-read", "clipboard-write"];
    const options = { permissions, ...context };
    const page = await newWatchedPage(browser, (error) => void uncaught.push(error), options);
    pages.push(page);
    await page.goto(`${inject("dialogsUrl")}/?over=${covering}`);
    await page.getByRole("button", { name: "Open" }).waitFor();
    return page;
  };
});

const toasts = (page: Page) => page.locator(".recourse-toast");
const fail = (page: Page, code: string) => page.evaluate((failed) => window.fail(failed), code);
const retried = (page: Page) => page.evaluate(() => window.retried);

/** By its place and not by its role, since what a library hides has none. */
const covering = (page: Page) =>
  page.locator(
    ":is([role=dialog], [role=alertdialog], [role=menu], dialog[open]):not(.recourse-toast)",
  );

async function openCovering(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Open" }).click();
  // Headless UI's has no box of its own.
  await covering(page).waitFor({ state: "attached" });
  // It has come in and does not move any more.
  await covering(page).evaluate(async (element) => {
    await Promise.allSettled(
      element.getAnimations({ subtree: true }).map(({ finished }) => finished),
    );
  });
  // Vaul does not do so by itself.
  await covering(page).locator("input, [role=menuitem]").first().focus();
}

/** Whether the focus is in what covers the page. */
const hasFocus = (page: Page) =>
  covering(page).evaluate((element) => element.matches(":focus-within"));

const isInToast = (page: Page) =>
  page.evaluate(() => document.activeElement?.closest(".recourse-toasts") !== null);

/** For as many frames as the slowest of them takes to pull the focus back: MUI looks every 50 ms. */
const settled = (page: Page) =>
  page.evaluate(async () => {
    for (let frame = 0; frame < 8; frame += 1) await new Promise(requestAnimationFrame);
  });

/** By its text, since what a library hides has no role. */
const button = (page: Page, name: string) =>
  toasts(page)
    .first()
    .locator("button")
    .filter({ hasText: new RegExp(`^${name}$`) })
    .or(toasts(page).first().locator(`button[aria-label="${name}"]`));

const pressWithMouse = async (page: Page, name: string) => {
  const box = await button(page, name).boundingBox();
  if (!box) throw new Error(`no button ${name} is to be seen`);
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
};

/** With a finger, from one height of the window to another. */
async function swipe(page: Page, from: number, to: number): Promise<void> {
  const browser = await page.context().newCDPSession(page);
  const at = (y: number) => [{ x: 160, y }];
  await browser.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: at(from) });
  for (let y = from; y < to; y += 10)
    await browser.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: at(y) });
  await browser.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
}

describe.for(coverings)("Over %s, a toast", (name) => {
  test("that comes is on top, and is used by mouse while it stays open", async ({ open }) => {
    const page = await open(name);
    await openCovering(page);
    await fail(page, "A");
    await toasts(page).waitFor();
    const isOnTop = await toasts(page).evaluate((element) => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      const middle = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
      return element.contains(middle);
    });
    expect(isOnTop).toBe(true);
    await pressWithMouse(page, "Copy");
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe("req_A");
    await settled(page);
    expect(await covering(page).count()).toBe(1);

    await pressWithMouse(page, "Try again");
    await expect.poll(() => toasts(page).count()).toBe(0);
    expect(await retried(page)).toBe(1);
    await settled(page);
    expect(await covering(page).count()).toBe(1);

    await fail(page, "B");
    await toasts(page).waitFor();
    await pressWithMouse(page, "Dismiss");
    await expect.poll(() => toasts(page).count()).toBe(0);
    await settled(page);
    expect(await covering(page).count()).toBe(1);
  });

  test("is used by keyboard, and the focus comes back to where it was", async ({ open }) => {
    const page = await open(name);
    await openCovering(page);
    await fail(page, "A");
    await toasts(page).waitFor();
    await page.keyboard.press("F6");
    await settled(page);
    expect(await isInToast(page)).toBe(true);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await settled(page);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Try again");
    await page.keyboard.press("F6");
    await settled(page);
    expect(await hasFocus(page)).toBe(true);

    await page.keyboard.press("F6");
    await page.keyboard.press("Escape");
    await expect.poll(() => toasts(page).count()).toBe(0);
    await settled(page);
    expect(await covering(page).count()).toBe(1);
    expect(await hasFocus(page)).toBe(true);
    await page.keyboard.press("Escape");
    await expect.poll(() => covering(page).count()).toBe(0);
  });

  test("is there for assistive technology, and is read out", async ({ open }) => {
    const page = await open(name);
    await openCovering(page);
    await fail(page, "A");
    await toasts(page).waitFor();
    const words = page.locator("[aria-live=assertive]").getByText("Something broke on our side");
    await words.first().waitFor({ state: "attached" });
    const hidden = page.locator("[aria-hidden=true], [inert]");
    for (const told of [toasts(page), words])
      expect(await hidden.filter({ has: told }).count()).toBe(0);
  });

  test("that was there before it opens is used as well, and outlives it", async ({ open }) => {
    const page = await open(name);
    await fail(page, "A");
    await fail(page, "B");
    await expect.poll(() => toasts(page).count()).toBe(2);
    await openCovering(page);
    await pressWithMouse(page, "Copy");
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe("req_B");
    await settled(page);
    expect(await covering(page).count()).toBe(1);
    await expect(
      page
        .locator("[aria-hidden=true], [inert]")
        .filter({ has: toasts(page) })
        .count(),
    ).resolves.toBe(0);
    await pressWithMouse(page, "Try again");
    await expect.poll(() => toasts(page).count()).toBe(1);
    await settled(page);
    expect(await covering(page).count()).toBe(1);

    await covering(page).getByText("Close", { exact: true }).click();
    await expect.poll(() => covering(page).count()).toBe(0);
    await pressWithMouse(page, "Dismiss");
    await expect.poll(() => toasts(page).count()).toBe(0);
  });

  test("can be scrolled, and its words selected", async ({ open }) => {
    const page = await open(name, { hasTouch: true, viewport: { width: 320, height: 320 } });
    await openCovering(page);
    for (const code of ["A", "B", "C"]) await fail(page, code);
    await expect.poll(() => toasts(page).count()).toBe(3);
    await toasts(page).first().locator(".recourse-title bdi").dblclick();
    expect(await page.evaluate(() => getSelection()?.toString().trim())).not.toBe("");
    await settled(page);
    expect(await covering(page).count()).toBe(1);
    const region = page.locator(".recourse-toasts");
    const box = await region.boundingBox();
    if (!box) throw new Error("no toast is to be seen");
    const scrolled = () => region.evaluate((element) => element.scrollTop);
    await region.evaluate((element) => element.scrollTo(0, 0));
    await page.mouse.move(box.x + box.width / 2, box.y + box.height - 60);
    await page.mouse.wheel(0, -200);
    await expect.poll(scrolled).toBeLessThan(0);

    await region.evaluate((element) => element.scrollTo(0, 0));
    await swipe(page, box.height - 200, box.height - 100);
    await expect.poll(scrolled).toBeLessThan(0);
    expect(await covering(page).count()).toBe(1);
  });

  test("is used by touch", async ({ open }) => {
    const page = await open(name, { hasTouch: true, viewport: { width: 390, height: 844 } });
    await openCovering(page);
    await fail(page, "A");
    await button(page, "Copy").tap();
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe("req_A");
    await settled(page);
    expect(await covering(page).count()).toBe(1);
    await button(page, "Try again").tap();
    await expect.poll(() => toasts(page).count()).toBe(0);
    await settled(page);
    expect(await covering(page).count()).toBe(1);
  });
});
