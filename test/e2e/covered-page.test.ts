import type { Page } from "playwright";
import { describe, expect } from "vitest";
import { collectAnnouncements } from "./announcements.ts";
import { test } from "./scenario-test.ts";

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

const toast = (page: Page) => page.getByRole("alertdialog");

const inDialog = (page: Page, name: string) =>
  page.getByRole("dialog", { name }).getByRole("alertdialog").count();

describe("A toast while a modal dialog covers the page", () => {
  test("can be read, copied from and dismissed, from whichever dialog is on top", async ({
    openScenario,
    startApi,
  }) => {
    const api = await startApi();
    const context = { permissions: ["clipboard-read", "clipboard-write"] };
    const page = await openScenario("CoveredPage", { apiUrl: api.url, context });
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

  test("is dismissed by Escape alone, and the dialog by the next", async ({
    openScenario,
    startApi,
  }) => {
    const api = await startApi();
    const page = await openScenario("CoveredPage", { apiUrl: api.url });
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
    async (name, { openScenario, startApi }) => {
      const api = await startApi();
      const page = await openScenario("CoveredPage", { apiUrl: api.url });
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

describe("A toast that a dialog comes over, or goes from under", () => {
  test("stays as it was: its details unfolded, and not read out again", async ({
    openScenario,
    startApi,
  }) => {
    const api = await startApi();
    const page = await openScenario("CoveredPage", { apiUrl: api.url });
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
  });

  test("has the focus again where its own button opened the dialog", async ({
    openScenario,
    startApi,
  }) => {
    const api = await startApi();
    const page = await openScenario("CoveredPage", { apiUrl: api.url });
    await press(page, "Fail on the page");
    const remedy = toast(page).getByRole("button", { name: "Open a new session" });
    await remedy.press("Enter");
    await expect.poll(() => inDialog(page, "Inner")).toBe(1);
    await page.keyboard.press("Escape");
    await expect.poll(() => page.getByRole("dialog", { name: "Inner" }).count()).toBe(0);
    await expect.poll(() => remedy.evaluate((button) => button.matches(":focus"))).toBe(true);
  });

  test("outlives that dialog’s content, and the app with it", async ({
    openScenario,
    startApi,
  }) => {
    const api = await startApi();
    const page = await openScenario("CoveredPage", { apiUrl: api.url });
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

describe("A toast on a page whose body is inert", () => {
  test("can be dismissed", async ({ openScenario, startApi }) => {
    const api = await startApi();
    const page = await openScenario("CoveredPage", { apiUrl: api.url });
    await press(page, "Make the body inert and fail");
    await press(page, "Dismiss");
    await expect.poll(() => toast(page).count()).toBe(0);
  });
});
