import type { Page } from "playwright";
import { describe, expect } from "vitest";
import { fault } from "../server/fault.ts";
import { collectAnnouncements } from "./announcements.ts";
import { test } from "./scenario-test.ts";
import { copyAndPaste } from "./session-page.ts";

const openSession = "GET /v1/sessions/s1";
const loadModels = "GET /v1/chat/models";

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

const toasts = (page: Page) => page.getByRole("dialog");

const titles = (page: Page) => toasts(page).locator(".recourse-title").allTextContents();

describe("The toaster", () => {
  test("shows what was raised before it was there", async ({ openWithApi }) => {
    const { api, page } = await openWithApi("Toasts");
    api.script(openSession, [fault.error("SESSION_EXPIRED")]);
    await press(page, "Open once");
    await expect.poll(() => api.requests).toHaveLength(1);
    expect(await toasts(page).count()).toBe(0);
    await press(page, "Mount the toaster");

    await expect.poll(() => titles(page)).toEqual(["This session has expired"]);
    await expect
      .poll(() => page.locator('[aria-live="assertive"]').textContent())
      .toBe(
        "This session has expired. Sessions end after a while without activity. Open a new one to go on.",
      );
  });

  test("makes one toast of 20 equal failures, counted, with the newest request id", async ({
    openWithApi,
  }) => {
    const { api, page } = await openWithApi("Toasts", {
      context: { permissions: ["clipboard-read", "clipboard-write"] },
    });
    api.script(openSession, [fault.error("SESSION_EXPIRED")]);
    await press(page, "Mount the toaster");
    await press(page, "Open 20 times");

    await toasts(page).getByText("×20", { exact: true }).waitFor();
    expect(await toasts(page).count()).toBe(1);
    expect(await toasts(page).getByText("Happened 20 times").count()).toBe(1);
    expect(api.requests).toHaveLength(20);
    expect(await copyAndPaste(page, toasts(page))).toBe(api.requests[19]?.requestId);
  });

  test("lets its words be selected, as people do who write to support", async ({ openWithApi }) => {
    const { api, page } = await openWithApi("Toasts");
    api.script(openSession, [fault.error("SESSION_EXPIRED")]);
    await press(page, "Mount the toaster");
    await press(page, "Open once");
    await toasts(page).getByText("Sessions end after a while").click({ clickCount: 3 });

    expect(await page.evaluate(() => String(getSelection()).trim())).toBe(
      "Sessions end after a while without activity. Open a new one to go on.",
    );
    expect(await toasts(page).count()).toBe(1);
  });

  test("tells a server's ABORT_ERROR by its status", async ({ openWithApi }) => {
    const { api, page } = await openWithApi("Toasts");
    api.script(openSession, [fault.error("ABORT_ERROR", { status: 499 })]);
    await press(page, "Mount the toaster");
    await press(page, "Open once");

    await expect.poll(() => titles(page)).toEqual(["This request wasn’t accepted"]);
  });

  test("gives the focus back to where it was when Escape dismisses a toast", async ({
    openWithApi,
  }) => {
    const { api, page } = await openWithApi("Toasts");
    api.script(openSession, [fault.error("SESSION_EXPIRED")]);
    await press(page, "Mount the toaster");
    await press(page, "Open once");
    await toasts(page).waitFor();
    expect(await focusedText(page)).toBe("Open once");
    await page.keyboard.press("F6");
    await page.keyboard.press("Tab");
    expect(await toasts(page).evaluate((toast) => toast.contains(document.activeElement))).toBe(
      true,
    );
    await page.keyboard.press("Escape");

    await expect.poll(() => toasts(page).count()).toBe(0);
    await expect.poll(() => focusedText(page)).toBe("Open once");
  });

  test("moves the focus to the next toast when Escape dismisses one of two", async ({
    openWithApi,
  }) => {
    const { api, page } = await openWithApi("Toasts");
    api.script(openSession, [fault.error("SESSION_EXPIRED")]);
    api.script(loadModels, [fault.error("MODELS_NOT_FOUND")]);
    await press(page, "Mount the toaster");
    await press(page, "Open once");
    await press(page, "Load models");
    await expect.poll(() => toasts(page).count()).toBe(2);
    await page.keyboard.press("F6");
    await page.keyboard.press("Tab");
    const [first, second] = await titles(page);
    expect(await focusedText(page)).toContain(first);
    await page.keyboard.press("Escape");

    await expect.poll(() => titles(page)).toEqual([second]);
    await expect.poll(() => focusedText(page)).toContain(second);
    await page.keyboard.press("Escape");
    await expect.poll(() => toasts(page).count()).toBe(0);
    await expect.poll(() => focusedText(page)).toBe("Load models");
  });
});

const focusedText = (page: Page) => page.evaluate(() => document.activeElement?.textContent);

describe("The live region", () => {
  const expired =
    "This session has expired. Sessions end after a while without activity. Open a new one to go on.";

  test("announces each new failure once and its repetitions never", async ({ openWithApi }) => {
    const { api, page } = await openWithApi("Toasts");
    api.script(openSession, [fault.error("SESSION_EXPIRED")]);
    api.script(loadModels, [fault.error("MODELS_NOT_FOUND")]);
    await press(page, "Mount the toaster");
    const announcements = await collectAnnouncements(page);
    await press(page, "Open 20 times");
    await toasts(page).getByText("×20", { exact: true }).waitFor();
    expect(await announcements()).toEqual([expired]);

    await press(page, "Load models");
    await expect
      .poll(announcements)
      .toEqual([
        expired,
        "This model isn’t available to your organization. Choose another model to go on.",
      ]);
  });

  test("announces a failure that comes back after its toast was dismissed", async ({
    openWithApi,
  }) => {
    const { api, page } = await openWithApi("Toasts");
    api.script(openSession, [fault.error("SESSION_EXPIRED")]);
    await press(page, "Mount the toaster");
    const announcements = await collectAnnouncements(page);
    await press(page, "Open once");
    await press(page, "Dismiss");
    await expect.poll(() => toasts(page).count()).toBe(0);
    await press(page, "Open once");

    await expect.poll(announcements).toEqual([expired, expired]);
  });

  test("announces two failures of two routes that are told in the same words", async ({
    openWithApi,
  }) => {
    const { api, page } = await openWithApi("Toasts");
    api.script(openSession, [fault.error("SESSION_EXPIRED")]);
    api.script(loadModels, [fault.error("SESSION_EXPIRED")]);
    await press(page, "Mount the toaster");
    const announcements = await collectAnnouncements(page);
    await press(page, "Open once");
    await press(page, "Load models");

    await expect.poll(() => toasts(page).count()).toBe(2);
    await expect.poll(announcements).toEqual([expired, expired]);
  });
});
