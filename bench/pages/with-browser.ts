import { type Browser, chromium } from "playwright";
import { chromiumLaunchOptions } from "../../test/browser/chromium.ts";
import { type PageServer, startPageServer } from "../../test/e2e/page-server.ts";
import { buildPage } from "./build-page.ts";

/** Builds and serves the page of a bench, and gives it to somebody who measures it in Chromium. */
export async function withBrowser<Found>(
  name: string,
  measure: (browser: Browser, url: string) => Promise<Found>,
): Promise<Found> {
  const folder = await buildPage(name);
  let server: PageServer | undefined;
  let browser: Browser | undefined;
  try {
    server = await startPageServer(folder);
    browser = await chromium.launch(await chromiumLaunchOptions());
    return await measure(browser, server.url);
  } finally {
    await browser?.close();
    await server?.close();
  }
}
