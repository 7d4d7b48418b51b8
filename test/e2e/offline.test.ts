import { expect } from "vitest";
import { fault } from "../server/fault.ts";
import { test } from "./scenario-test.ts";
import { openSession } from "./session-page.ts";

const notice = "You’re offline. This continues by itself once you’re connected.";

test("a refetch without a connection waits, says so, and goes on by itself", async ({
  openScenario,
  startApi,
}) => {
  const api = await startApi();
  const page = await openScenario("QuickSession", { apiUrl: api.url });
  api.script("GET /v1/sessions/s1", [
    fault.ok({ id: "s1", status: "OPEN" }),
    fault.ok({ id: "s1", status: "CLOSED" }),
  ]);
  await openSession(page, "s1");
  await expect.poll(() => page.getByTestId("session").allTextContents()).toEqual(["s1 is OPEN"]);
  await page.context().setOffline(true);
  expect(await page.getByText(notice).count()).toBe(0);
  await page.getByRole("button", { name: "Refresh" }).click();

  await page.getByText(notice).waitFor();
  await expect
    .poll(() => page.getByTestId("state").textContent())
    .toBe("success paused, failureCount 0");
  expect(await page.getByTestId("session").textContent()).toBe("s1 is OPEN");
  expect(api.requests).toHaveLength(1);

  await page.context().setOffline(false);
  await page.getByText("You’re connected again.").waitFor();
  expect(await page.getByText(notice).count()).toBe(0);
  await expect.poll(() => page.getByTestId("session").textContent()).toBe("s1 is CLOSED");
  expect(api.requests).toHaveLength(2);
});

test("a first load without a connection waits, and goes on by itself", async ({
  openScenario,
  startApi,
}) => {
  const api = await startApi();
  const page = await openScenario("QuickSession", { apiUrl: api.url });
  await page.context().setOffline(true);
  await openSession(page, "s1");
  await page.getByText(notice).waitFor();
  expect(await page.locator(".recourse-card, .recourse-toast").count()).toBe(0);
  await page.context().setOffline(false);

  await expect.poll(() => page.getByTestId("session").allTextContents()).toEqual(["s1 is OPEN"]);
  expect(api.requests).toHaveLength(1);
});
