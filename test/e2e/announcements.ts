import type { Page } from "playwright";

declare global {
  interface Window {
    announcements: string[];
  }
}

/**
 * Collects every change of every live region of the page from now on: what is added to one that was there before, and a
 * text that changes in one. A screen reader reads those, and keeps silent where nothing changes; a region that comes
 * together with its words may stay silent (Firefox with Orca does), and counts as silent here. What is hidden from it,
 * and what is taken away, is not read.
 */
export async function collectAnnouncements(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.evaluate(() => {
    const live =
      "[aria-live]:not([aria-live=off]), [role=status], [role=alert], [role=log], [role=timer], output";
    window.announcements = [];

    function hear(changed: Node): void {
      const around = changed.parentElement?.closest(live);
      const text = around ? (changed.textContent ?? "") : "";
      if (text !== "") window.announcements.push(text);
    }

    new MutationObserver((changes) => {
      for (const { type, target, addedNodes } of changes)
        for (const changed of type === "characterData" ? [target] : addedNodes) hear(changed);
    }).observe(document, { childList: true, characterData: true, subtree: true });
  });
  return () => page.evaluate(() => window.announcements);
}
