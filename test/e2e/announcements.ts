import type { Page } from "playwright";

declare global {
  interface Window {
    announcements: string[];
  }
}

/**
 * Collects what the page's assertive live region says from now on: a screen reader reads what is added to it or changes
 * in it, and keeps silent where nothing does.
 */
export async function collectAnnouncements(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.locator('[aria-live="assertive"]').evaluate((region) => {
    window.announcements = [];
    new MutationObserver((changes) => {
      for (const { type, target, addedNodes } of changes)
        for (const node of type === "characterData" ? [target] : addedNodes)
          window.announcements.push(node.textContent ?? "");
    }).observe(region, { childList: true, characterData: true, subtree: true });
  });
  return () => page.evaluate(() => window.announcements);
}
