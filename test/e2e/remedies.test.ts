import { describe, expect } from "vitest";
import { fault } from "../server/fault.ts";
import { test } from "./scenario-test.ts";
import { cardOn, openSession } from "./session-page.ts";

describe("The retry button after a 429 with Retry-After: 120", () => {
  test("is disabled, counts down, sends nothing when pressed, and works once the time has come", async ({
    openScenario,
    startApi,
  }) => {
    const api = await startApi({ exposeHeaders: ["Retry-After"] });
    const page = await openScenario("QuickSession", { apiUrl: api.url });
    await page.clock.install();
    api.script("GET /v1/sessions/s1", [
      fault.rateLimited({ retryAfterSeconds: 120 }),
      fault.ok({ id: "s1", status: "OPEN" }),
    ]);
    await openSession(page, "s1");
    const retry = cardOn(page).locator(".recourse-actions").getByRole("button");

    await expect.poll(() => retry.textContent()).toBe("Try again in 2 min");
    expect(await retry.getAttribute("aria-disabled")).toBe("true");
    await page.clock.fastForward(60_000);
    await expect.poll(() => retry.textContent()).toMatch(/^Try again in [56]\d sec$/);
    const before = Number.parseInt((await retry.textContent())?.slice(13) ?? "", 10);
    await page.clock.fastForward(5_000);
    await expect
      .poll(async () => Number.parseInt((await retry.textContent())?.slice(13) ?? "", 10))
      .toBeLessThanOrEqual(before - 5);
    // Playwright would wait for it to be enabled.
    await retry.dispatchEvent("click");
    await retry.press("Enter");
    expect(await retry.getAttribute("aria-disabled")).toBe("true");
    expect(api.requests).toHaveLength(1);

    await page.clock.fastForward(60_000);
    await expect.poll(() => retry.textContent()).toBe("Try again");
    await retry.click();
    await expect.poll(() => page.getByTestId("session").allTextContents()).toEqual(["s1 is OPEN"]);
    expect(api.requests).toHaveLength(2);
  });
});

describe("What fails again and again", () => {
  test("is support's after two tries by hand, with the whole report in the link", async ({
    openScenario,
    startApi,
  }) => {
    const api = await startApi();
    const page = await openScenario("QuickSession", { apiUrl: api.url });
    api.script("GET /v1/sessions/s1", [fault.error("GENERIC_ERROR")]);
    await openSession(page, "s1");
    const actions = cardOn(page).locator(".recourse-actions > *");
    for (let tries = 0; tries < 2; tries += 1) {
      await expect.poll(() => actions.allTextContents()).toEqual(["Try again"]);
      const sent = api.requests.length;
      await actions.click();
      await expect.poll(() => api.requests.length).toBeGreaterThan(sent);
    }

    await expect.poll(() => actions.allTextContents()).toEqual(["Contact support", "Try again"]);
    expect(await actions.first().getAttribute("data-emphasis")).toBe("primary");
    const href = (await actions.first().getAttribute("href")) ?? "";
    const lines = decodeURIComponent(href.replace("mailto:help@example.com?body=", "")).split("\n");
    expect(lines).toEqual([
      "",
      "    Code: GENERIC_ERROR",
      "    Status: 500",
      `    Request ID: ${api.requests.at(-1)?.requestId}`,
      "    Route: GET /v1/sessions/{sessionId}",
      expect.stringMatching(/^ {4}Time: \d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      expect.stringMatching(/^ {4}Attempts: [1-5]$/),
      "    App version: 1.2.3",
      "    Connection: online",
      "",
    ]);
  });
});
