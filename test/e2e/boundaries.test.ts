import type { Page } from "playwright";
import { describe, expect } from "vitest";
import { fault } from "../server/fault.ts";
import { test } from "./scenario-test.ts";
import { cardOn, openSession } from "./session-page.ts";

const route = "GET /v1/sessions/s1";
const open = { id: "s1", status: "OPEN" };

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

const cardTitle = (page: Page) => cardOn(page).getByRole("heading").allTextContents();

const shownSession = (page: Page) => page.getByTestId("session").allTextContents();

describe("A suspense query that fails", () => {
  test("shows the card in the nearest boundary, and is told of once", async ({
    openScenario,
    startApi,
  }) => {
    const api = await startApi();
    const page = await openScenario("Boundaries", { apiUrl: api.url });
    api.script(route, [fault.error("SESSION_EXPIRED")]);
    await openSession(page, "s1");

    await expect.poll(() => cardTitle(page)).toEqual(["This session has expired"]);
    await expect.poll(() => page.getByTestId("told").textContent()).toBe("SESSION_EXPIRED");
    expect(await page.getByText("Outer boundary").count()).toBe(0);
    expect(api.requests).toHaveLength(1);
  });

  test("goes to the parent when the nearest boundary does not catch it, and is told of once", async ({
    openScenario,
    startApi,
  }) => {
    const api = await startApi();
    const page = await openScenario("Boundaries", { apiUrl: api.url });
    api.script(route, [fault.error("INVALID_SESSION"), fault.ok(open)]);
    await openSession(page, "s1");

    await page.getByText("Outer boundary: INVALID_SESSION").waitFor();
    expect(await cardOn(page).count()).toBe(0);
    await expect.poll(() => page.getByTestId("told").textContent()).toBe("INVALID_SESSION");
    expect(api.requests).toHaveLength(1);

    await press(page, "Outer boundary: INVALID_SESSION");
    await expect.poll(() => shownSession(page)).toEqual([JSON.stringify(open)]);
    expect(api.requests).toHaveLength(2);
  });

  test("is fetched again by “Try again”, as often as it takes", async ({
    openScenario,
    startApi,
  }) => {
    const api = await startApi();
    const page = await openScenario("Boundaries", { apiUrl: api.url });
    const failing = fault.error("MESSAGES_HISTORY_ERROR", { status: 404 });
    api.script(route, [failing, failing, fault.ok(open)]);
    await openSession(page, "s1");
    await expect.poll(() => cardTitle(page)).toEqual(["Earlier messages didn’t load"]);
    expect(api.requests).toHaveLength(1);

    await press(page, "Try again");
    await expect.poll(() => api.requests).toHaveLength(2);
    await expect.poll(() => cardTitle(page)).toEqual(["Earlier messages didn’t load"]);
    await press(page, "Try again");

    await expect.poll(() => shownSession(page)).toEqual([JSON.stringify(open)]);
    expect(api.requests).toHaveLength(3);
    expect(await cardOn(page).count()).toBe(0);
  });

  test("is fetched again when its reset key comes back, and not in a loop", async ({
    openScenario,
    startApi,
  }) => {
    const api = await startApi();
    const page = await openScenario("Boundaries", { apiUrl: api.url });
    api.script("GET /v1/sessions/s2", [fault.error("SESSION_EXPIRED"), fault.ok({ id: "s2" })]);
    await openSession(page, "s1");
    await expect.poll(() => shownSession(page)).toEqual([JSON.stringify(open)]);

    // The change of the key is what makes it throw.
    await openSession(page, "s2");
    await expect.poll(() => cardTitle(page)).toEqual(["This session has expired"]);
    await openSession(page, "gone");
    await expect.poll(() => cardTitle(page)).toEqual(["We couldn’t find this session"]);
    await openSession(page, "s2");

    await expect.poll(() => shownSession(page)).toEqual(['{"id":"s2"}']);
    expect(api.requests.map(({ path }) => path)).toEqual([
      "/v1/sessions/s1",
      "/v1/sessions/s2",
      "/v1/sessions/gone",
      "/v1/sessions/s2",
    ]);
  });

  test("is fetched again when its boundary has left and comes back", async ({
    openScenario,
    startApi,
  }) => {
    const api = await startApi();
    const page = await openScenario("Boundaries", { apiUrl: api.url });
    api.script(route, [fault.error("SESSION_EXPIRED"), fault.ok(open)]);
    await openSession(page, "s1");
    await expect.poll(() => cardTitle(page)).toEqual(["This session has expired"]);
    await press(page, "Hide");
    expect(await cardOn(page).count()).toBe(0);
    await press(page, "Show");

    await expect.poll(() => shownSession(page)).toEqual([JSON.stringify(open)]);
    expect(api.requests).toHaveLength(2);
  });
});

test("a query that throws its error without suspense is fetched again by “Try again”", async ({
  openScenario,
  startApi,
}) => {
  const api = await startApi();
  const page = await openScenario("Boundaries", { apiUrl: api.url });
  api.script("GET /v1/chat/models", [
    fault.error("GENERIC_ERROR", { status: 400 }),
    fault.ok({ models: [] }),
  ]);
  await press(page, "Load models");
  await expect.poll(() => cardTitle(page)).toEqual(["That didn’t work"]);
  // The button that had the focus is gone.
  const isFocused = (heading: Element) => heading === document.activeElement;
  await expect.poll(() => cardOn(page).getByRole("heading").evaluate(isFocused)).toBe(true);
  await press(page, "Try again");
  await press(page, "Load models");

  await expect.poll(() => page.getByTestId("models").textContent()).toBe('{"models":[]}');
  expect(api.requests).toHaveLength(2);
});

test("a thrown null, undefined, empty string, 0 or Error shows a card each", async ({
  openScenario,
}) => {
  const page = await openScenario("ThrownValues", { apiUrl: "http://127.0.0.1:9" });
  for (const name of ["null", "undefined", "an empty string", "0", "an Error"])
    await press(page, `Throw ${name}`);

  expect(await cardTitle(page)).toEqual(Array(5).fill("This didn’t work as it should"));
  expect(await page.locator("body").textContent()).not.toContain("Cannot read properties");
  for (let card = 0; card < 5; card += 1)
    await cardOn(page).first().getByRole("button", { name: "Try again" }).click();
  expect(await cardOn(page).count()).toBe(0);
});
