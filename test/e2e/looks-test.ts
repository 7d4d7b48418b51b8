import type { BrowserContextOptions, Page } from "playwright";
import { openLooks } from "./looks-page.ts";
import { test as base } from "./scenario-test.ts";

/** A test on the pages of `app/looks`. What a test opened is closed after it. */
export const test = base.extend("openLooks", async ({ browser, pageUrl }, { onCleanup }) => {
  const pages: Page[] = [];
  onCleanup(async () => {
    await Promise.all(pages.map((page) => page.context().close()));
  });
  return async (name: string, options?: BrowserContextOptions): Promise<Page> => {
    const page = await openLooks(browser, `${pageUrl}/production/looks/${name}.html`, options);
    pages.push(page);
    return page;
  };
});
