import type { Page } from "playwright";
import { expect } from "vitest";
import { fault } from "../server/fault.ts";
import type { TestServer } from "../server/server.ts";
import { collectAnnouncements } from "./announcements.ts";
import { test } from "./scenario-test.ts";

const parts = Array.from({ length: 10 }, (_, part) => `GET /v1/part-${part}`);
const save = "POST /v1/notes";

const toasts = (page: Page) => page.getByRole("dialog");
const statuses = (page: Page) => page.getByTestId("part").allTextContents();
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

/** Lets time pass for the page in steps, each of which waits for what the page has asked for. */
function clockOf(page: Page) {
  let underWay = 0;
  page.on("request", () => {
    underWay += 1;
  });
  const end = () => {
    underWay -= 1;
  };
  page.on("requestfinished", end);
  page.on("requestfailed", end);
  return async (seconds: number) => {
    for (let step = 0; step < seconds * 2; step += 1) {
      await page.clock.runFor(500);
      await expect.poll(() => underWay, { interval: 5 }).toBe(0);
    }
  };
}

/** Only the page's time has gone on: to the browser the press is still fresh, and what is pressed for yields to nothing. */
async function forgetPress(page: Page): Promise<void> {
  await page.evaluate(() => {
    Object.defineProperty(navigator, "userActivation", { value: { isActive: false } });
  });
}

function answerAll(api: TestServer, isUp: boolean): void {
  const answer = isUp ? fault.ok({ ok: true }) : fault.status(503);
  for (const route of [...parts, save]) api.script(route, [answer]);
}

test("A page of ten routes and a note goes through an outage of a minute", async ({
  openScenario,
  startApi,
}) => {
  const api = await startApi();
  answerAll(api, true);
  const page = await openScenario("Outage", { apiUrl: api.url });
  await expect.poll(() => statuses(page)).toEqual(parts.map(() => "success"));
  await page.clock.install();
  await page.reload();
  await expect.poll(() => statuses(page)).toEqual(parts.map(() => "success"));
  const said = await collectAnnouncements(page);
  const pass = clockOf(page);

  answerAll(api, false);
  const before = api.requests.length;
  await pass(10);
  await press(page, "Save");
  await forgetPress(page);
  await pass(50);
  const sent = api.requests.slice(before).map(({ method, path }) => `${method} ${path}`);
  const reads = sent.filter((request) => request !== save);
  expect(sent.filter((request) => request === save).length).toBeLessThanOrEqual(5);
  // Twelve polls of three routes would be 36, and each of them up to five requests.
  expect(reads.length).toBeLessThanOrEqual(24);
  expect(await toasts(page).count()).toBe(2);

  answerAll(api, true);
  await pass(12);
  await expect.poll(() => statuses(page)).toEqual(parts.map(() => "success"));
  await expect.poll(() => toasts(page).count()).toBe(1);
  expect(await said()).toHaveLength(3);

  const saves = () => api.requests.filter(({ method }) => method === "POST").length;
  const savesBefore = saves();
  await press(page, "Try again");
  await expect.poll(() => toasts(page).count()).toBe(0);
  expect(saves() - savesBefore).toBe(1);
});
