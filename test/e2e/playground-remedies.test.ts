/** Every remedy of the Playground, from the failure that calls for it to what it leads to. */

import type { Page } from "playwright";
import { describe } from "vitest";
import { cardOf, newSession, press, sendWithFault, sent, test, text } from "./playground-test.ts";

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

describe.concurrent("A failure of the Playground has its card, its id and its way out:", () => {
  test.for(Object.entries(waysOut))(
    "%s",
    async ([fault, { title, remedy, leadsTo }], { openPlayground, expect }) => {
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
