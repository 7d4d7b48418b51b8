/**
 * The whole Playground, in a real browser with real keys and a real service worker, on a page that is served with
 *
 *     default-src 'self'; style-src 'self'; script-src 'self'; require-trusted-types-for 'script'
 *
 * Whatever happens in a test here, the browser must not have reported one violation of that policy.
 */

import type { Locator, Page } from "playwright";
import { describe, expect } from "vitest";
import { newWatchedPage } from "./open-page.ts";
import { test as base } from "./scenario-test.ts";

const test = base.extend("openPlayground", async ({ browser, pageUrl }, { onCleanup }) => {
  const pages: Page[] = [];
  const uncaught: Error[] = [];
  onCleanup(async () => {
    const violations = await Promise.all(
      pages.map((page) => page.evaluate(() => window.policyViolations)),
    );
    await Promise.all(pages.map((page) => page.context().close()));
    expect(violations.flat()).toEqual([]);
    expect(uncaught).toEqual([]);
  });
  /** @param query `retry=false` shows each failure at once */
  return async (query = "retry=false"): Promise<Page> => {
    const page = await newWatchedPage(browser, (error) => void uncaught.push(error), {
      permissions: ["clipboard-read", "clipboard-write"],
      viewport: { width: 1400, height: 1000 },
    });
    pages.push(page);
    await page.goto(`${pageUrl}/production/playground.html?csp=own-files&${query}`);
    await page.getByText("And tell the carrier.").waitFor();
    return page;
  };
});

const text = "When will it arrive?";

const press = (page: Page | Locator, name: string) =>
  page.getByRole("button", { name, exact: true }).press("Enter");

/** Arms a failure for the next call. */
async function arm(page: Page, fault: string, calls = 1): Promise<void> {
  await page.getByRole("radio", { name: String(calls), exact: true }).press("Space");
  await press(page, fault);
}

async function writeAndSend(page: Page): Promise<void> {
  const composer = page.getByRole("textbox", { name: "Message" });
  await composer.fill(text);
  await composer.press("Enter");
}

async function sendWithFault(page: Page, fault: string, calls = 1): Promise<void> {
  await arm(page, fault, calls);
  await writeAndSend(page);
}

const cardOf = (page: Page, title: string) =>
  page.getByRole("region", { name: title, exact: true });

const toastOf = (page: Page, title: string) =>
  page.getByRole("alertdialog", { name: title, exact: true });

const sent = (page: Page) =>
  page.locator("article:not([data-sending])").getByText(text, { exact: true }).waitFor();

const newSession = (page: Page) =>
  page.getByRole("heading", { name: "New session", level: 2 }).waitFor();

interface WayOut {
  title: string;
  remedy: string;
  /** What pressing the remedy leads to. */
  leadsTo: (page: Page) => Promise<unknown>;
}

const waysOut: Record<string, WayOut> = {
  SESSION_NOT_FOUND: {
    title: "We couldn’t find this session",
    remedy: "Open a new session",
    leadsTo: newSession,
  },
  SESSION_EXPIRED: {
    title: "This session has expired",
    remedy: "Open a new session",
    leadsTo: newSession,
  },
  SESSION_CREATION_ERROR: {
    title: "The session didn’t open",
    remedy: "Try again",
    leadsTo: sent,
  },
  INVALID_SESSION: {
    title: "This session can’t take that right now",
    remedy: "Open a new session",
    leadsTo: newSession,
  },
  MESSAGES_HISTORY_ERROR: {
    title: "Earlier messages didn’t load",
    remedy: "Try again",
    leadsTo: sent,
  },
  MODELS_NOT_FOUND: {
    title: "This model isn’t available to your organization",
    remedy: "Choose another model",
    async leadsTo(page) {
      await page.getByRole("radio", { name: /Harbor Small/ }).press("Space");
      await sent(page);
    },
  },
  TOOLS_NOT_FOUND: {
    title: "One of the agent’s tools is missing",
    remedy: "Attach tools",
    async leadsTo(page) {
      await page.getByRole("checkbox", { name: /Draft a refund/ }).press("Space");
      await sent(page);
    },
  },
  CONFIG_NOT_FOUND: {
    title: "The agent isn’t fully set up",
    remedy: "Complete setup",
    async leadsTo(page) {
      await press(page, "Save");
      await sent(page);
    },
  },
  UNAUTHORIZED: {
    title: "You’re not signed in",
    remedy: "Sign in",
    async leadsTo(page) {
      await press(page.getByRole("dialog"), "Use this key");
      await sent(page);
    },
  },
  GENERIC_ERROR: { title: "That didn’t work", remedy: "Try again", leadsTo: sent },
  "403": {
    title: "You don’t have access to this",
    remedy: "Request access",
    async leadsTo(page) {
      await press(page.getByRole("dialog"), "Use the full-access key");
      await sent(page);
    },
  },
  "404": {
    title: "We couldn’t find this",
    remedy: "Go back",
    leadsTo: (page) =>
      page.getByRole("heading", { name: "Invoice with the old address", level: 2 }).waitFor(),
  },
  "409": {
    title: "This couldn’t be saved",
    remedy: "Reload",
    leadsTo: (page) => page.getByText("And tell the carrier.").waitFor(),
  },
};

describe("A failure of the Playground has its card, its id and its way out:", () => {
  test.for(Object.entries(waysOut))(
    "%s",
    async ([fault, { title, remedy, leadsTo }], { openPlayground }) => {
      const page = await openPlayground();
      await sendWithFault(page, fault);
      const card = cardOf(page, title);
      expect(await card.locator("code").textContent()).toMatch(/^req_[0-9A-Z]{26}$/);
      expect(await page.getByRole("textbox", { name: "Message" }).inputValue()).toBe(text);
      await press(card, remedy);
      await leadsTo(page);
    },
  );
});

describe("Under that policy the Playground", () => {
  test("tells every other failure in its card", async ({ openPlayground }) => {
    const page = await openPlayground();
    for (const [fault, title] of [
      ["400", "This couldn’t be sent as it is"],
      ["408", "No answer came in time"],
      ["422", "Some of this can’t be used"],
      ["500", "That didn’t work"],
      ["502", "The service isn’t available right now"],
      ["Connection lost", "We couldn’t reach the service"],
      ["Invalid JSON", "We couldn’t read the answer"],
      ["No answer", "No answer came in time"],
    ] as const) {
      await sendWithFault(page, fault);
      await cardOf(page, title).waitFor();
    }
  });

  test("copies the id and the report of a card, and hands support the same after two tries", async ({
    openPlayground,
  }) => {
    const page = await openPlayground();
    await sendWithFault(page, "GENERIC_ERROR", 5);
    const card = cardOf(page, "That didn’t work");
    const requestId = await card.locator("code").textContent();
    expect(await copied(page, card, "Copy")).toBe(requestId);
    await card.getByText("Details for support").press("Enter");
    expect(await copied(page, card, "Copy report")).toContain(`- Request ID: \`${requestId}\``);

    const newer = () => card.locator("code").textContent();
    for (let tries = 0; tries < 2; tries += 1) {
      const before = await newer();
      await press(card, "Try again");
      await expect.poll(newer).not.toBe(before);
    }
    const href = await card.getByRole("link", { name: "Contact support" }).getAttribute("href");
    expect(decodeURIComponent(String(href))).toContain(`- Request ID: \`${await newer()}\``);
  });

  test("tells in a toast that a refetch failed, which F6 reaches and Escape dismisses", async ({
    openPlayground,
  }) => {
    const page = await openPlayground();
    await arm(page, "GENERIC_ERROR");
    await press(page, "Refresh sessions");
    await toastOf(page, "That didn’t work").waitFor();
    await page.keyboard.press("F6");
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute("aria-label")))
      .toBe("Problems");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Escape");
    await expect.poll(() => page.getByRole("alertdialog").count()).toBe(0);
    const refresh = page.getByRole("button", { name: "Refresh sessions" });
    await expect.poll(() => refresh.evaluate((button) => button.matches(":focus"))).toBe(true);
  });

  test("tries again out of sight, counts a rate limit down, and waits without a connection", async ({
    openPlayground,
  }) => {
    const page = await openPlayground("");
    await sendWithFault(page, "HTML 502");
    await sent(page);
    await page.getByRole("switch", { name: "Browser offline" }).press("Space");
    await writeAndSend(page);
    await page.getByText("You’re offline. This continues by itself").waitFor();
    await page.getByRole("switch", { name: "Browser offline" }).press("Space");
    await expect.poll(() => page.getByText(text, { exact: true }).count()).toBe(2);
    await sendWithFault(page, "429 after 90 s");
    await cardOf(page, "The service needs a short pause")
      .getByRole("button", { name: "Try again in" })
      .waitFor();
  });

  test("opens, closes and reads sessions, and saves an agent", async ({ openPlayground }) => {
    const page = await openPlayground();
    await press(page, "Load earlier");
    await page.getByText("Order 48-2217 was due on Monday and has not arrived.").waitFor();
    await press(page, "New session");
    await page.getByRole("textbox", { name: "Name" }).fill("Lost parcel");
    await press(page, "Open session");
    await page.getByRole("heading", { name: "Lost parcel", level: 2 }).waitFor();
    await press(page, "Close");
    await page.getByRole("tab", { name: "Faults" }).press("ArrowLeft");
    await page.getByRole("textbox", { name: "Name" }).fill("Support triage EU");
    await press(page, "Save");
    await page.getByText("Version 4").waitFor();
  });

  test("is worked by the Tab key alone, from the message to the way out", async ({
    openPlayground,
  }) => {
    const page = await openPlayground();
    await arm(page, "SESSION_EXPIRED");
    await page.getByRole("textbox", { name: "Message" }).focus();
    await page.keyboard.type(`${text}\n`);
    await cardOf(page, "This session has expired").waitFor();
    const focused = () => page.evaluate(() => document.activeElement?.textContent);
    for (let presses = 0; presses < 10 && (await focused()) !== "Open a new session"; presses += 1)
      await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Enter");
    await newSession(page);
  });
});

/** Presses a copy button and gives what the clipboard holds. */
async function copied(page: Page, card: Locator, button: string): Promise<string> {
  const held = () => page.evaluate(() => navigator.clipboard.readText());
  await page.evaluate(() => navigator.clipboard.writeText(""));
  await press(card, button);
  await expect.poll(held).not.toBe("");
  return held();
}
