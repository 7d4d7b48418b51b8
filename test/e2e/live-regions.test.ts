/** Counts what a screen reader is told: each new thing once, and never a tick of a clock or a repetition. */

import type { Page } from "playwright";
import { describe, expect } from "vitest";
import { fault } from "../server/fault.ts";
import { collectAnnouncements } from "./announcements.ts";
import { test } from "./scenario-test.ts";
import { openSession } from "./session-page.ts";

const route = "GET /v1/sessions/s1";
const open = fault.ok({ id: "s1", status: "OPEN" });

const tooMany = "That was too many requests in a short time. Wait a moment, then try again.";

const limited = fault.error("RATE_LIMITED", { status: 429, headers: { "retry-after": "90" } });

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

/** Lets a countdown tick, second by second, and gives what it went through. */
async function letTick(page: Page, seconds: number): Promise<Set<string | null>> {
  const shown = new Set<string | null>();
  const countdown = page.locator(".recourse-countdown").first();
  for (let second = 0; second < seconds; second += 1) {
    await page.clock.runFor(1_000);
    shown.add(await countdown.textContent());
  }
  return shown;
}

describe("The live regions change", () => {
  test("once for a new fingerprint, and not for 19 repetitions of it", async ({ openWithApi }) => {
    const { api, page } = await openWithApi("Toasts");
    api.script(route, [fault.error("SESSION_EXPIRED")]);
    api.script("GET /v1/chat/models", [fault.error("MODELS_NOT_FOUND")]);
    await press(page, "Mount the toaster");
    const announcements = await collectAnnouncements(page);
    await press(page, "Open 20 times");
    await page.getByText("×20", { exact: true }).waitFor();
    expect(await announcements()).toHaveLength(1);

    await press(page, "Load models");
    await expect.poll(() => page.getByRole("dialog").count()).toBe(2);
    await press(page, "Open 20 times");
    await page.getByText("×40", { exact: true }).waitFor();
    expect(await announcements()).toHaveLength(2);
  });

  test("once for a toast whose button counts down, and at no tick", async ({ openWithApi }) => {
    const { api, page } = await openWithApi("QuickSession", {}, { exposeHeaders: ["Retry-After"] });
    await page.clock.install();
    api.script(route, [open, limited]);
    await openSession(page, "s1");
    await page.getByTestId("session").waitFor();
    const announcements = await collectAnnouncements(page);
    await press(page, "Refresh");
    await page.getByRole("dialog").getByText("Try again in").waitFor();

    expect((await letTick(page, 10)).size).toBeGreaterThan(5);
    expect(await announcements()).toEqual([tooMany]);
  });

  test("once for a card whose button counts down, and at no tick", async ({ openWithApi }) => {
    const { api, page } = await openWithApi("QuickSession", {}, { exposeHeaders: ["Retry-After"] });
    await page.clock.install();
    api.script(route, [limited]);
    const announcements = await collectAnnouncements(page);
    await openSession(page, "s1");
    await page.getByText("Try again in").waitFor();

    expect((await letTick(page, 10)).size).toBeGreaterThan(5);
    expect(await announcements()).toEqual([tooMany]);
  });

  test("once for each attempt of a call that is tried again, and at no tick", async ({
    openWithApi,
  }) => {
    const { api, page } = await openWithApi("PatientSession");
    await page.clock.install();
    api.script(route, [fault.status(500)]);
    const announcements = await collectAnnouncements(page);
    await openSession(page, "s1");
    await page.getByText("Attempt 2 of 5").waitFor();

    expect((await letTick(page, 10)).size).toBeGreaterThan(5);
    expect(await announcements()).toEqual(["Attempt 2 of 5"]);
    await page.clock.fastForward(30_000);
    await page.getByText("Attempt 3 of 5").waitFor();
    expect(await announcements()).toEqual(["Attempt 2 of 5", "Attempt 3 of 5"]);
  });

  test("once when the connection is lost and once when it is back", async ({ openWithApi }) => {
    const { api, page } = await openWithApi("QuickSession");
    await page.clock.install();
    api.script(route, [open]);
    await openSession(page, "s1");
    await page.getByTestId("session").waitFor();
    const announcements = await collectAnnouncements(page);
    await page.context().setOffline(true);
    await press(page, "Refresh");
    await page.getByText("You’re offline.").waitFor();
    await page.context().setOffline(false);
    await page.getByText("You’re connected again.").waitFor();
    await page.clock.fastForward(5_000);
    await expect.poll(() => page.getByText("You’re connected again.").count()).toBe(0);

    expect(await announcements()).toEqual([
      "You’re offline. This continues by itself once you’re connected.",
      "You’re connected again.",
    ]);
    await expect.poll(() => api.requests).toHaveLength(2);
  });

  test("once for a request id that is copied", async ({ openWithApi }) => {
    const { page } = await openWithApi("QuickSession");
    await openSession(page, "gone");
    const words = page.locator("[aria-live=assertive]").getByText("We couldn’t find this session");
    await words.waitFor({ state: "attached" });
    const announcements = await collectAnnouncements(page);
    await press(page, "Copy");
    await page.getByRole("button", { name: "Copied" }).waitFor();
    await press(page, "Copied");

    expect(await announcements()).toEqual(["Copied"]);
  });
});
