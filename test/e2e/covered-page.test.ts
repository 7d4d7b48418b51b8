import type { Page } from "playwright";
import { describe, expect } from "vitest";
import { fault } from "../server/fault.ts";
import { collectAnnouncements } from "./announcements.ts";
import { test } from "./scenario-test.ts";

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

const toast = (page: Page) => page.locator(".recourse-toasts").getByRole("dialog");

const inDialog = (page: Page, name: string) =>
  page.getByRole("dialog", { name }).getByRole("dialog").count();

describe("A toast while a modal dialog covers the page", () => {
  test("can be read, copied from and dismissed, from whichever dialog is on top", async ({
    openWithApi,
  }) => {
    const context = { permissions: ["clipboard-read", "clipboard-write"] };
    const { page } = await openWithApi("CoveredPage", { context });
    await press(page, "Open the dialog");
    await press(page, "Fail");
    await expect.poll(() => inDialog(page, "Outer")).toBe(1);

    await press(page, "Open another");
    await expect.poll(() => inDialog(page, "Inner")).toBe(1);
    await toast(page).getByRole("button", { name: "Copy", exact: true }).click();
    await toast(page).getByText("Copied").first().waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("req_77");

    await press(page, "Close the other");
    await expect.poll(() => inDialog(page, "Outer")).toBe(1);
    await press(page, "Dismiss");
    await expect.poll(() => toast(page).count()).toBe(0);
  });

  test("is dismissed by Escape alone, and the dialog by the next", async ({ openWithApi }) => {
    const { page } = await openWithApi("CoveredPage");
    await press(page, "Open the dialog");
    await press(page, "Fail");
    await toast(page).getByRole("button", { name: "Dismiss" }).press("Escape");
    await expect.poll(() => toast(page).count()).toBe(0);
    expect(await page.getByRole("dialog", { name: "Outer" }).count()).toBe(1);
    await page.keyboard.press("Escape");
    await expect.poll(() => page.getByRole("dialog", { name: "Outer" }).count()).toBe(0);
  });

  test.for(["Close the dialog", "Remove the dialog"])(
    "is still there after: %s",
    async (name, { openWithApi }) => {
      const { page } = await openWithApi("CoveredPage");
      await press(page, "Open the dialog");
      await press(page, "Fail");
      await expect.poll(() => inDialog(page, "Outer")).toBe(1);
      await press(page, name);
      await expect
        .poll(() => page.locator("body > .recourse-toaster > [role=region]").count())
        .toBe(1);
      await press(page, "Dismiss");
      await expect.poll(() => toast(page).count()).toBe(0);
    },
  );
});

const ways = ["moved", "taken out and put in where nothing can be moved"] as const;

/** Leaves the page only that way to take an element elsewhere. */
const leave = (page: Page, way: (typeof ways)[number]) =>
  page.evaluate((canMove) => {
    if (!canMove) Reflect.deleteProperty(Element.prototype, "moveBefore");
  }, way === "moved");

describe("A toast that a dialog comes over, or goes from under", () => {
  test.for(ways)(
    "%s, stays as it was: its details unfolded, and not read out again",
    async (way, { openWithApi }) => {
      const { page } = await openWithApi("CoveredPage");
      await leave(page, way);
      await page.clock.install();
      await press(page, "Fail on the page");
      await toast(page).getByText("Details for support").press("Enter");
      const words = page.locator('[aria-live="assertive"]');
      await expect.poll(() => words.textContent()).not.toBe("");
      await page.clock.fastForward(5_000);
      await expect.poll(() => words.textContent()).toBe("");
      const announcements = await collectAnnouncements(page);
      await press(page, "Open the dialog");
      await expect.poll(() => inDialog(page, "Outer")).toBe(1);
      await toast(page).getByText("SESSION_EXPIRED").waitFor();
      await press(page, "Close the dialog");
      await expect
        .poll(() => page.locator("body > .recourse-toaster > [role=region]").count())
        .toBe(1);
      await toast(page).getByText("SESSION_EXPIRED").waitFor();
      expect(await announcements()).toEqual([]);
    },
  );

  test.for(ways)(
    "%s, has the focus again where its own button opened the dialog",
    async (way, { openWithApi }) => {
      const { page } = await openWithApi("CoveredPage");
      await leave(page, way);
      await press(page, "Fail on the page");
      const remedy = toast(page).getByRole("button", { name: "Open a new session" });
      await remedy.press("Enter");
      await expect.poll(() => inDialog(page, "Inner")).toBe(1);
      await page.keyboard.press("Escape");
      await expect.poll(() => page.getByRole("dialog", { name: "Inner" }).count()).toBe(0);
      await expect.poll(() => remedy.evaluate((button) => button.matches(":focus"))).toBe(true);
    },
  );

  test("still works at what it is trying again, and sends it once", async ({ openWithApi }) => {
    const { api, page } = await openWithApi("CoveredPage");
    api.script("POST /v1/sessions", [fault.never()]);
    await press(page, "Fail to save");
    const retry = toast(page).locator(".recourse-actions button").first();
    await retry.press("Enter");
    await expect.poll(() => api.requests).toHaveLength(1);
    await page.getByRole("dialog", { name: "Outer", includeHidden: true }).evaluate(showModal);
    await expect.poll(() => inDialog(page, "Outer")).toBe(1);
    expect(await retry.getAttribute("aria-disabled")).toBe("true");
    await retry.press("Enter");
    await page.keyboard.press("Escape");
    expect(api.requests).toHaveLength(1);
  });

  test("outlives that dialog’s content, and the app with it", async ({ openWithApi }) => {
    const { page } = await openWithApi("CoveredPage");
    await press(page, "Open a foreign dialog and fail");
    await expect.poll(() => inDialog(page, "Foreign")).toBe(1);
    const foreign = page.getByRole("dialog", { name: "Foreign" });
    await foreign.evaluate((dialog) => {
      dialog.innerHTML = "<p>Another moment</p>";
    });
    await expect.poll(() => inDialog(page, "Foreign")).toBe(1);
    await foreign.evaluate((dialog) => dialog.remove());
    await press(page, "Dismiss");
    await expect.poll(() => toast(page).count()).toBe(0);
    await press(page, "Fail on the page");
    await toast(page).waitFor();
  });
});

const click = (button: Element) => {
  if (button instanceof HTMLElement) button.click();
};

const showModal = (dialog: Element) => {
  if (dialog instanceof HTMLDialogElement) dialog.showModal();
};

describe("A toast is on top, at its place in the window,", () => {
  /** Where it stands from the right and the bottom of the window, and whether a press in its middle reaches it. */
  const seen = (page: Page) =>
    toast(page).evaluate((element) => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      const pressed = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
      return [innerWidth - right, innerHeight - bottom, element.contains(pressed)];
    });
  const inCorner = [16, 16, true];

  test("in a dialog that is transformed and clips what is in it", async ({ openWithApi }) => {
    const { page } = await openWithApi("CoveredPage");
    await page.addStyleTag({
      content: "dialog { transform: translateX(1px); filter: blur(0); overflow: clip }",
    });
    await press(page, "Fail on the page");
    await expect.poll(() => seen(page)).toEqual(inCorner);
    await press(page, "Open the dialog");
    await expect.poll(() => inDialog(page, "Outer")).toBe(1);
    await expect.poll(() => seen(page)).toEqual(inCorner);
    await press(page, "Close the dialog");
    await expect.poll(() => inDialog(page, "Outer")).toBe(0);
    await expect.poll(() => seen(page)).toEqual(inCorner);
  });

  test("over what fills the screen", async ({ openWithApi }) => {
    const { page } = await openWithApi("CoveredPage");
    await press(page, "Fail on the page");
    await press(page, "Fill the screen");
    const stage = page.getByRole("region", { name: "Stage" });
    await expect.poll(() => stage.evaluate((element) => element.matches(":fullscreen"))).toBe(true);
    await expect.poll(() => seen(page)).toEqual(inCorner);
    await page.evaluate(() => document.exitFullscreen());
    await expect.poll(() => stage.getByRole("dialog").count()).toBe(0);
    await expect.poll(() => seen(page)).toEqual(inCorner);
    await press(page, "Dismiss");
    await expect.poll(() => toast(page).count()).toBe(0);
  });

  test("over a popover that was there before it", async ({ openWithApi }) => {
    const { page } = await openWithApi("CoveredPage");
    await press(page, "Open the panel");
    await press(page, "Fail in the panel");
    await expect.poll(() => seen(page)).toEqual(inCorner);
  });

  test("over a popover that came after it, once the focus goes to it", async ({ openWithApi }) => {
    const { page } = await openWithApi("CoveredPage");
    await press(page, "Fail on the page");
    await press(page, "Open the panel");
    await expect.poll(() => seen(page)).toEqual([16, 16, false]);
    await page.keyboard.press("F6");
    await expect.poll(() => seen(page)).toEqual(inCorner);
    await page.keyboard.press("Tab");
    const focused = toast(page).filter({ hasText: "req_77" });
    const hasFocus = () => focused.evaluate((element) => element.matches(":focus-within"));
    expect(await hasFocus()).toBe(true);
    await page.getByRole("button", { name: "Fail to save" }).evaluate(click);
    await expect.poll(() => toast(page).count()).toBe(2);
    expect(await hasFocus()).toBe(true);
  });

  test("whatever an app says of every popover and backdrop, and leaves the page bright", async ({
    openWithApi,
  }) => {
    const { page } = await openWithApi("CoveredPage");
    await page.addStyleTag({
      content:
        "[popover] { inset: 5rem; padding: 3rem; border: 9px solid; transform: rotate(5deg) } ::backdrop { background: #000 }",
    });
    await press(page, "Fail on the page");
    await expect.poll(() => seen(page)).toEqual(inCorner);
    const host = page.locator(".recourse-toaster");
    expect(
      await host.evaluate((element) => {
        const { width, height } = element.getBoundingClientRect();
        return [width, height, getComputedStyle(element, "::backdrop").display];
      }),
    ).toEqual([0, 0, "none"]);
  });
});

/** The others, with all that they do, are in `test/consumers/dialogs`. */
describe("A toast over a dialog of Radix, which traps the focus and closes for presses outside,", () => {
  const dialog = (page: Page) => page.getByRole("dialog", { name: "Outer" });
  const name = (page: Page) => page.getByLabel("Name");

  test.for(["came before it", "comes while it is open"])(
    "and which %s, is used by mouse while that stays open",
    async (order, { openWithApi }) => {
      const context = { permissions: ["clipboard-read", "clipboard-write"] };
      const { api, page } = await openWithApi("RadixDialog", { context });
      api.script("POST /v1/sessions", [fault.ok({ id: "s1" })]);
      const isFirst = order === "came before it";
      await press(page, isFirst ? "Fail on the page" : "Open the dialog");
      await press(page, isFirst ? "Open the dialog" : "Fail");
      await toast(page).getByRole("button", { name: "Copy", exact: true }).click();
      await toast(page).getByText("Copied").first().waitFor();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("req_77");
      await press(page, "Try again");
      await expect.poll(() => toast(page).count()).toBe(0);
      expect(api.requests).toHaveLength(1);
      expect(await dialog(page).count()).toBe(1);
    },
  );

  test("and which is in sonner, is used by mouse while that stays open", async ({
    openWithApi,
  }) => {
    const { api, page } = await openWithApi("RadixDialog", { variant: "sonner" });
    api.script("POST /v1/sessions", [fault.ok({ id: "s1" })]);
    await press(page, "Open the dialog");
    await press(page, "Fail");
    const shown = page.locator("[data-sonner-toast] .recourse-toast");
    await shown.getByRole("button", { name: "Try again" }).click();
    await expect.poll(() => shown.count()).toBe(0);
    expect(api.requests).toHaveLength(1);
    expect(await dialog(page).count()).toBe(1);
  });

  test("is used by keyboard, and the focus comes back into the dialog", async ({ openWithApi }) => {
    const { page } = await openWithApi("RadixDialog");
    await press(page, "Open the dialog");
    await press(page, "Fail");
    await name(page).focus();
    for (const key of ["F6", "Tab", "Tab"]) await page.keyboard.press(key);
    const button = toast(page).getByRole("button", { name: "Try again" });
    expect(await button.evaluate((element) => element.matches(":focus"))).toBe(true);
    await page.keyboard.press("F6");
    expect(await name(page).evaluate((element) => element.matches(":focus"))).toBe(true);
    await page.keyboard.press("F6");
    await page.keyboard.press("Escape");
    await expect.poll(() => toast(page).count()).toBe(0);
    expect(await name(page).evaluate((element) => element.matches(":focus"))).toBe(true);
    expect(await dialog(page).count()).toBe(1);
    await page.keyboard.press("Escape");
    await expect.poll(() => dialog(page).count()).toBe(0);
  });
});

describe("A toast on a page whose body is inert", () => {
  test("can be dismissed", async ({ openWithApi }) => {
    const { page } = await openWithApi("CoveredPage");
    await press(page, "Make the body inert and fail");
    await press(page, "Dismiss");
    await expect.poll(() => toast(page).count()).toBe(0);
  });
});
