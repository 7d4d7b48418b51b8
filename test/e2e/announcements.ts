import type { Page } from "playwright";

declare global {
  interface Window {
    announcements: string[];
  }
}

/**
 * Collects every change of every live region of the page from now on: what is added to one, a text that changes in one,
 * and a region that comes with its words. A screen reader reads those, and keeps silent where nothing changes. What is
 * hidden from it, and what is taken away, is not read.
 */
export async function collectAnnouncements(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.evaluate(() => {
    const live =
      "[aria-live]:not([aria-live=off]), [role=status], [role=alert], [role=log], [role=timer], output";
    window.announcements = [];

    /** The regions that a node is in, or brings along. */
    function regionsOf(node: Node): Element[] {
      const element = node instanceof Element ? node : node.parentElement;
      const around = element?.closest(live);
      return around ? [around] : [...(element?.querySelectorAll(live) ?? [])];
    }

    function hear(changed: Node): void {
      const texts = regionsOf(changed).map((region) =>
        region.contains(changed) ? changed.textContent : region.textContent,
      );
      window.announcements.push(...texts.map(String).filter((text) => text !== ""));
    }

    new MutationObserver((changes) => {
      for (const { type, target, addedNodes } of changes)
        for (const changed of type === "characterData" ? [target] : addedNodes) hear(changed);
    }).observe(document, { childList: true, characterData: true, subtree: true });
  });
  return () => page.evaluate(() => window.announcements);
}
