/** A test on the whole Playground, and what a person does there: in a real browser, with real keys. */

import type { Locator, Page } from "playwright";
import { expect } from "vitest";
import { newWatchedPage } from "./open-page.ts";
import { test as base } from "./scenario-test.ts";

/**
 * Opens the Playground on a page that is served with
 *
 *     default-src 'self'; style-src 'self'; script-src 'self'; require-trusted-types-for 'script'
 *
 * Whatever happens in a test, the browser must not have reported one violation of that policy.
 */
export const test = base.extend("openPlayground", async ({ browser, pageUrl }, { onCleanup }) => {
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

export const text = "When will it arrive?";

export const press = (page: Page | Locator, name: string) =>
  page.getByRole("button", { name, exact: true }).press("Enter");

export const sendRoute = "POST /v1/sessions/{sessionId}/messages";

/** Arms a failure for the next calls of a route: what the console fetches beside it must not meet it. */
export async function arm(page: Page, fault: string, route: string, calls = 1): Promise<void> {
  await page.getByRole("radio", { name: String(calls), exact: true }).press("Space");
  await page.getByRole("combobox", { name: "Route" }).selectOption(route);
  await press(page, fault);
}

export async function writeAndSend(page: Page): Promise<void> {
  const composer = page.getByRole("textbox", { name: "Message" });
  await composer.fill(text);
  await composer.press("Enter");
}

export async function sendWithFault(page: Page, fault: string, calls = 1): Promise<void> {
  await arm(page, fault, sendRoute, calls);
  await writeAndSend(page);
}

export const cardOf = (page: Page, title: string) =>
  page.getByRole("region", { name: title, exact: true });

export const toastOf = (page: Page, title: string) =>
  page.getByRole("dialog", { name: title, exact: true });

export const sent = (page: Page) =>
  page.locator("article:not([data-sending])").getByText(text, { exact: true }).waitFor();

export const newSession = (page: Page) =>
  page.getByRole("heading", { name: "New session", level: 2 }).waitFor();
