import { describe, expect } from "vitest";
import { fault } from "../server/fault.ts";
import { test } from "./scenario-test.ts";
import { cardOn, openSession } from "./session-page.ts";

describe("The retry status", () => {
  test("counts down to the next attempt, outside of every live region", async ({
    openScenario,
    startApi,
  }) => {
    const api = await startApi();
    const page = await openScenario("PatientSession", { apiUrl: api.url });
    await page.clock.install();
    api.script("GET /v1/sessions/s1", [fault.status(500)]);
    await openSession(page, "s1");
    const countdown = page.locator(".recourse-retry .recourse-countdown");
    const secondsLeft = async () =>
      Number(/^next in (\d+) sec$/.exec((await countdown.textContent()) ?? "")?.[1]);

    await page.getByText("Attempt 2 of 5").waitFor();
    const first = await secondsLeft();
    expect(first).toBeGreaterThan(20);
    expect(first).toBeLessThanOrEqual(30);
    await page.clock.fastForward(5_000);
    await expect.poll(secondsLeft).toBeLessThanOrEqual(first - 5);
    expect(
      await countdown.evaluate((element) =>
        element.closest("[aria-live], [role=status], [role=alert], [role=log]"),
      ),
    ).toBeNull();
    expect(api.requests).toHaveLength(1);

    await page.clock.fastForward(30_000);
    await page.getByText("Attempt 3 of 5").waitFor();
    expect(api.requests).toHaveLength(2);
  });

  test("sends at once on “Try now”", async ({ openScenario, startApi }) => {
    const api = await startApi();
    const page = await openScenario("PatientSession", { apiUrl: api.url });
    const held = fault.held(fault.status(500));
    api.script("GET /v1/sessions/s1", [
      fault.status(500),
      held.reply,
      fault.ok({ id: "s1", status: "OPEN" }),
    ]);
    await openSession(page, "s1");
    await page.getByRole("button", { name: "Try now" }).click();
    await expect.poll(() => api.requests).toHaveLength(2);
    const [first, second] = api.requests.map(({ atMs }) => atMs);
    expect(Number(second) - Number(first)).toBeLessThan(15_000);

    await expect.poll(() => page.getByText("Attempt").count()).toBe(0);
    held.release();
    await page.getByRole("button", { name: "Try now" }).click();
    await expect.poll(() => page.getByTestId("session").allTextContents()).toEqual(["s1 is OPEN"]);
    expect(api.requests).toHaveLength(3);
    expect(await page.getByText("Attempt").count()).toBe(0);
  });

  test("ends with the card on “Cancel”, and nothing more is sent until “Try again”", async ({
    openScenario,
    startApi,
  }) => {
    const api = await startApi();
    const page = await openScenario("PatientSession", { apiUrl: api.url });
    api.script("GET /v1/sessions/s1", [
      fault.error("SESSION_CREATION_ERROR"),
      fault.ok({ id: "s1", status: "OPEN" }),
    ]);
    await openSession(page, "s1");
    await page.getByRole("button", { name: "Cancel" }).click();

    await expect
      .poll(() => cardOn(page).getByRole("heading").allTextContents())
      .toEqual(["The session didn’t open"]);
    expect(await page.getByText("Attempt 2").count()).toBe(0);
    expect(api.requests).toHaveLength(1);
    await page.getByRole("button", { name: "Try again" }).click();
    await expect.poll(() => page.getByTestId("session").allTextContents()).toEqual(["s1 is OPEN"]);
    expect(api.requests).toHaveLength(2);
  });
});
