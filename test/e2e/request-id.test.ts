import { describe, expect } from "vitest";
import { fault } from "../server/fault.ts";
import { test } from "./scenario-test.ts";
import { cardOn, copyAndPaste, openSession } from "./session-page.ts";

describe("The request id of an answer without an envelope", () => {
  test("is the header's where the server exposes it", async ({ openScenario, startApi }) => {
    const api = await startApi({ exposeHeaders: ["X-Request-Id"] });
    const page = await openScenario("QuickSession", {
      apiUrl: api.url,
      context: { permissions: ["clipboard-read", "clipboard-write"] },
    });
    api.script("GET /v1/sessions/s2", [fault.html502()]);
    await openSession(page, "s2");

    expect(await copyAndPaste(page, cardOn(page))).toBe(api.requests.at(-1)?.requestId);
    expect(await cardOn(page).locator("code").allTextContents()).toEqual([
      api.requests.at(-1)?.requestId,
    ]);
  });

  test("has no row, and none is made up, where the server hides it", async ({
    openScenario,
    startApi,
  }) => {
    const api = await startApi();
    const page = await openScenario("QuickSession", { apiUrl: api.url });
    api.script("GET /v1/sessions/s2", [fault.html502()]);
    await openSession(page, "s2");

    await expect
      .poll(() => cardOn(page).getByRole("heading").textContent())
      .toBe("The service isn’t available right now");
    expect(await cardOn(page).getByText("Request ID").count()).toBe(0);
    expect(await cardOn(page).locator("code").count()).toBe(0);
  });
});
