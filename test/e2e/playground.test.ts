/** The whole Playground under the policy that playground-test.ts names. */

import type { Locator, Page } from "playwright";
import { describe, expect } from "vitest";
import {
  arm,
  cardOf,
  newSession,
  press,
  sendRoute,
  sendWithFault,
  sent,
  test,
  text,
  toastOf,
  writeAndSend,
} from "./playground-test.ts";

describe("Under a policy of own files and trusted types the Playground", () => {
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
    expect(await copied(page, card, "Copy report")).toContain(`    Request ID: ${requestId}\n`);

    const newer = () => card.locator("code").textContent();
    for (let tries = 0; tries < 2; tries += 1) {
      const before = await newer();
      await press(card, "Try again");
      await expect.poll(newer).not.toBe(before);
    }
    const href = await card.getByRole("link", { name: "Contact support" }).getAttribute("href");
    expect(decodeURIComponent(String(href))).toContain(`    Request ID: ${await newer()}\n`);
  });

  test("tells in a toast that a refetch failed, which F6 reaches and Escape dismisses", async ({
    openPlayground,
  }) => {
    const page = await openPlayground();
    await arm(page, "GENERIC_ERROR", "GET /v1/sessions");
    await press(page, "Refresh sessions");
    await toastOf(page, "That didn’t work").waitFor();
    await page.keyboard.press("F6");
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute("aria-label")))
      .toBe("Problems");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Escape");
    await expect.poll(() => page.getByRole("dialog").count()).toBe(0);
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
    await page.getByRole("group", { name: "You’re offline. This continues by itself" }).waitFor();
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
    await arm(page, "SESSION_EXPIRED", sendRoute);
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
