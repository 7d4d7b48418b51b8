import type { Page } from "playwright";
import { describe, expect } from "vitest";
import { test } from "./scenario-test.ts";

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

const region = (page: Page) => page.getByRole("region", { name: "Problems" });
const toasts = (page: Page) => region(page).getByRole("dialog");

/** Of each toast, from the newest on, whether its fix is to be seen, and how high it is. */
const drawn = (page: Page) =>
  toasts(page).evaluateAll((elements) =>
    elements.map((element) => ({
      isWhole: element.querySelector(".recourse-fix")?.checkVisibility() ?? false,
      height: Math.round(element.getBoundingClientRect().height),
    })),
  );

const wholeOnes = async (page: Page) => (await drawn(page)).map(({ isWhole }) => isWhole);

describe("Toasts of five failures", () => {
  test("are the newest whole and two lines, which unfold where they are pointed at", async ({
    openWithApi,
  }) => {
    const { page } = await openWithApi("ToastStack");
    await press(page, "Fail in 5 ways");
    await expect.poll(() => wholeOnes(page)).toEqual([true, false, false]);
    const [, second, third] = await drawn(page);
    expect([second?.height, third?.height].every((height) => (height ?? 99) <= 48)).toBe(true);
    await toasts(page).nth(2).hover();
    await expect.poll(() => wholeOnes(page)).toEqual([true, false, true]);
    await page.mouse.move(5, 300);
    await expect.poll(() => wholeOnes(page)).toEqual([true, false, false]);
  });

  test("unfold one by one as the focus goes through them, and can all be used", async ({
    openWithApi,
  }) => {
    const { page } = await openWithApi("ToastStack");
    await press(page, "Fail in 5 ways");
    await toasts(page).nth(2).waitFor();
    await toasts(page).nth(1).focus();
    await expect.poll(() => wholeOnes(page)).toEqual([true, true, false]);
    await page.keyboard.press("Tab");
    const focused = await page.evaluate(() => document.activeElement?.closest("[role=dialog]"));
    expect(focused).not.toBeNull();
    await toasts(page).nth(1).getByRole("button", { name: "Try again" }).press("Enter");
    await expect.poll(() => region(page).getByText("1 more").count()).toBe(1);
  });

  test("unfold where they are tapped", async ({ openWithApi }) => {
    const context = { hasTouch: true, viewport: { width: 390, height: 844 } };
    const { page } = await openWithApi("ToastStack", { context });
    await press(page, "Fail in 5 ways");
    await expect.poll(() => wholeOnes(page)).toEqual([true, false, false]);
    await toasts(page).nth(1).locator(".recourse-title").tap();
    await expect.poll(() => wholeOnes(page)).toEqual([true, true, false]);
  });

  test.for([
    ["a desktop", 1280, 800, 1],
    ["a small phone", 320, 480, 1],
    ["a small phone with text of twice the size", 320, 480, 2],
  ] as const)("are never taller or wider than the window, on %s", async (size, { openWithApi }) => {
    const [, width, height, scale] = size;
    const { page } = await openWithApi("ToastStack", { context: { viewport: { width, height } } });
    await page.addStyleTag({ content: `html { font-size: ${scale * 100}% }` });
    await press(page, "Fail in 5 ways");
    await toasts(page).nth(2).waitFor();
    const box = await region(page).evaluate((element) => {
      const { top, left, right, bottom } = element.getBoundingClientRect();
      return {
        top,
        left,
        isInside: right <= innerWidth && bottom <= innerHeight,
        tooWide: document.documentElement.scrollWidth - innerWidth,
        overflow: element.scrollWidth - element.clientWidth,
      };
    });
    expect(box.top).toBeGreaterThanOrEqual(0);
    expect(box.left).toBeGreaterThanOrEqual(0);
    expect(box).toMatchObject({ isInside: true, tooWide: 0, overflow: 0 });
    // All of it can be reached.
    await region(page).getByRole("button", { name: "Dismiss all" }).click();
    await expect.poll(() => toasts(page).count()).toBe(0);
  });
});

describe("5,000 failures with 5,000 codes", () => {
  test("are three toasts and a number, in a document that has not grown, and go at once", async ({
    openWithApi,
  }) => {
    const { page } = await openWithApi("ToastStack");
    await press(page, "Fail in 5 ways");
    await toasts(page).nth(2).waitFor();
    const elements = () => page.evaluate(() => document.querySelectorAll("*").length);
    const before = await elements();
    await press(page, "Fail in 5000 ways");
    await region(page).getByText("4,997 more").waitFor();
    expect(await toasts(page).count()).toBe(3);
    expect((await elements()) - before).toBeLessThan(20);
    await press(page, "Dismiss all");
    await expect.poll(() => region(page).count()).toBe(0);
  });
});

describe("A toast that an app draws", () => {
  test("can be pressed, with the kit's styles on the page", async ({ openWithApi }) => {
    const { page } = await openWithApi("ToastStack");
    await press(page, "Draw my own");
    await press(page, "Fail in 1 ways");
    await toasts(page).getByRole("button", { name: "Away with it" }).click();
    await expect.poll(() => toasts(page).count()).toBe(0);
  });
});
