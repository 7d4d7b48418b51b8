/** What a person does on the pages that open a session. */

import type { Locator, Page } from "playwright";

export async function openSession(page: Page, sessionId: string): Promise<void> {
  await page.getByRole("textbox", { name: "Session", exact: true }).fill(sessionId);
  await page.getByRole("button", { name: "Open", exact: true }).click();
}

/** The card, by the element that carries its whole text. */
export function cardOn(page: Page): Locator {
  return page.locator("section.recourse-card");
}

/** Presses "Copy", pastes with the keyboard, and gives what arrived. */
export async function copyAndPaste(
  page: Page,
  within: Locator,
  into: Page | Locator = page,
): Promise<string> {
  await within.getByRole("button", { name: "Copy", exact: true }).click();
  await within.getByRole("button", { name: "Copied", exact: true }).waitFor();
  return paste(into);
}

export async function paste(into: Page | Locator): Promise<string> {
  const box = into.getByLabel("Message to support").first();
  await box.fill("");
  await box.press("ControlOrMeta+V");
  return box.inputValue();
}
