import { describe, expect } from "vitest";
import { fault } from "../server/fault.ts";
import { test } from "./scenario-test.ts";
import { cardOn, openSession } from "./session-page.ts";

describe("A query over a real connection", () => {
  test("is not repeated before 2 s have passed when a 429 says Retry-After: 2", async ({
    openScenario,
    startApi,
  }) => {
    const api = await startApi({ exposeHeaders: ["Retry-After"] });
    const page = await openScenario("QuickSession", { apiUrl: api.url });
    api.script("GET /v1/sessions/s1", [
      fault.rateLimited({ retryAfterSeconds: 2 }),
      fault.ok({ id: "s1", status: "OPEN" }),
    ]);
    await openSession(page, "s1");

    await expect.poll(() => page.getByTestId("session").allTextContents()).toEqual(["s1 is OPEN"]);
    const [first, second] = api.requests.map(({ atMs }) => atMs);
    expect(Number(second) - Number(first)).toBeGreaterThanOrEqual(2_000);
    expect(api.requests).toHaveLength(2);
  });

  test("is tried 5 times on a 503, and the card's details say so", async ({
    openScenario,
    startApi,
  }) => {
    const api = await startApi();
    const page = await openScenario("QuickSession", { apiUrl: api.url });
    api.script("GET /v1/sessions/s1", [fault.error("SESSION_CREATION_ERROR", { status: 503 })]);
    await openSession(page, "s1");
    await cardOn(page).getByText("Details for support").click();

    const details = cardOn(page).locator("dl > div");
    expect(await details.filter({ hasText: "Attempts" }).locator("dd").textContent()).toBe("5");
    expect(await details.filter({ hasText: "Request ID" }).locator("dd").textContent()).toBe(
      api.requests[4]?.requestId,
    );
    expect(await page.getByTestId("state").textContent()).toBe("error idle, failureCount 5");
    expect(api.requests).toHaveLength(5);
  });

  test("is tried once on a 404", async ({ openScenario, startApi }) => {
    const api = await startApi();
    const page = await openScenario("QuickSession", { apiUrl: api.url });
    await openSession(page, "gone");
    await cardOn(page).getByText("Details for support").click();

    const details = cardOn(page).locator("dl > div");
    expect(await details.filter({ hasText: "Attempts" }).locator("dd").textContent()).toBe("1");
    expect(api.requests).toHaveLength(1);
  });

  test("counts its failures truly while it is still trying", async ({ openScenario, startApi }) => {
    const api = await startApi();
    const page = await openScenario("QuickSession", { apiUrl: api.url });
    api.script("GET /v1/sessions/s1", [fault.status(503), fault.html502(), fault.never()]);
    await openSession(page, "s1");

    await expect.poll(() => api.requests).toHaveLength(3);
    await expect
      .poll(() => page.getByTestId("state").textContent())
      .toBe("pending fetching, failureCount 2");
  });

  test("closes its connection when its component leaves", async ({ openScenario, startApi }) => {
    const api = await startApi();
    const page = await openScenario("QuickSession", { apiUrl: api.url });
    api.script("GET /v1/sessions/s1", [fault.never()]);
    await openSession(page, "s1");
    await expect.poll(() => api.requests).toHaveLength(1);
    expect(api.requests[0]?.aborted).toBe(false);
    await page.getByRole("button", { name: "Close" }).click();

    await expect.poll(() => api.requests[0]?.aborted).toBe(true);
    expect(api.requests).toHaveLength(1);
    expect(await page.locator(".recourse-card, .recourse-toast").count()).toBe(0);
  });
});
