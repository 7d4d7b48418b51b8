import { describe, expect } from "vitest";
import { fault } from "../server/fault.ts";
import { test } from "./scenario-test.ts";
import { cardOn, copyAndPaste, openSession } from "./session-page.ts";

const context = { permissions: ["clipboard-read", "clipboard-write"] };

describe("A page whose policy allows its own files and no inline style, script or HTML", () => {
  test("shows a card that is laid out, whose id can be copied", async ({
    openScenario,
    startApi,
  }) => {
    const api = await startApi();
    const page = await openScenario("QuickSession", { apiUrl: api.url, csp: "strict", context });
    await openSession(page, "gone");
    await cardOn(page).getByText("Details for support").click();

    expect(await copyAndPaste(page, cardOn(page))).toBe(api.requests[0]?.requestId);
    const looks = await cardOn(page).evaluate((card) => {
      const { display, borderTopStyle, borderTopLeftRadius } = getComputedStyle(card);
      return { display, borderTopStyle, borderTopLeftRadius };
    });
    expect(looks).toEqual({
      display: "grid",
      borderTopStyle: "solid",
      borderTopLeftRadius: "14px",
    });
    expect(await page.evaluate(() => window.policyViolations)).toEqual([]);
  });

  test("shows a toast that is laid out, whose id can be copied", async ({
    openScenario,
    startApi,
  }) => {
    const api = await startApi();
    const page = await openScenario("QuickSession", { apiUrl: api.url, csp: "strict", context });
    api.script("GET /v1/sessions/s1", [
      fault.ok({ id: "s1", status: "OPEN" }),
      fault.error("SESSION_EXPIRED"),
    ]);
    await openSession(page, "s1");
    await page.getByTestId("session").waitFor();
    await page.getByRole("button", { name: "Refresh" }).click();
    const toast = page.getByRole("dialog");

    expect(await copyAndPaste(page, toast)).toBe(api.requests[1]?.requestId);
    expect(await toast.evaluate((element) => getComputedStyle(element).display)).toBe("grid");
    expect(
      await page
        .locator(".recourse-toasts")
        .evaluate((region) => getComputedStyle(region).position),
    ).toBe("fixed");
    await toast.getByRole("button", { name: "Dismiss" }).click();
    await expect.poll(() => toast.count()).toBe(0);
    expect(await page.evaluate(() => window.policyViolations)).toEqual([]);
  });

  test("copies without the clipboard's permission too", async ({ openScenario, startApi }) => {
    const api = await startApi();
    const page = await openScenario("QuickSession", { apiUrl: api.url, csp: "strict" });
    await page.evaluate(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
    await openSession(page, "gone");

    expect(await copyAndPaste(page, cardOn(page))).toBe(api.requests[0]?.requestId);
    expect(await page.evaluate(() => window.policyViolations)).toEqual([]);
  });

  test("would be caught at breaking it", async ({ openScenario, startApi }) => {
    const api = await startApi();
    const page = await openScenario("QuickSession", { apiUrl: api.url, csp: "strict" });
    await page.evaluate(() => {
      document.head.append(Object.assign(document.createElement("style"), { textContent: "p {}" }));
      const attempt = (forbidden: () => void) => {
        try {
          forbidden();
        } catch {
          // That is the point.
        }
      };
      attempt(() => Object.assign(document.body, { innerHTML: "<p></p>" }));
      // What a debugger evaluates may evaluate: later it is the page that does.
      setTimeout(() => attempt(() => new Function("return 1")));
    });

    await expect
      .poll(() => page.evaluate(() => window.policyViolations))
      .toEqual([
        expect.stringMatching(/^style-src-elem inline/),
        expect.stringMatching(/^require-trusted-types-for trusted-types-sink Element innerHTML/),
        expect.stringMatching(/^require-trusted-types-for trusted-types-sink Function/),
      ]);
  });
});
