import { chromium, type Page } from "playwright";
import { test as base, expect, inject } from "vitest";
import { chromiumLaunchOptions } from "../browser/chromium.ts";
import { newWatchedPage } from "../e2e/open-page.ts";
import { type ServerOptions, startServer, type TestServer } from "../server/server.ts";
import { installConsumer } from "./consumer.ts";
import { buildAndServe, freePort } from "./served-app.ts";

/** What a page may read of the answers of another origin. */
const exposeHeaders = ["x-request-id", "x-should-retry"];

/** What the console says when calls fail: the browser's line of each, the kit's, and what React's boundaries caught. */
const expectedLines = /^Failed to load resource|^ApiError: |^\[react-recourse\] (?:GET|POST) /;

/**
 * A test of one of the apps here in a real browser. The app is installed, built and served once a file. A test fails
 * where its page threw something that nobody caught, or wrote an error or a warning that `mayLog` does not know.
 */
export function appTest(name: string, { mayLog = /(?!)/ }: { mayLog?: RegExp } = {}) {
  return base
    .extend("port", { scope: "file" }, () => freePort())
    .extend("api", { scope: "file" }, async ({ port }, { onCleanup }): Promise<TestServer> => {
      const options: ServerOptions = { allowOrigin: `http://localhost:${port}`, exposeHeaders };
      const server = await startServer(options);
      onCleanup(() => server.close());
      return server;
    })
    .extend("folder", { scope: "file" }, async ({ port: _port }, { onCleanup }) => {
      const { folder, remove } = await installConsumer(name, inject("tarball"));
      onCleanup(remove);
      return folder;
    })
    .extend("app", { scope: "file" }, async ({ folder, port, api }, { onCleanup }) => {
      const app = await buildAndServe(folder, port, api.url);
      onCleanup(() => app.stop());
      return app;
    })
    .extend("launchOptions", { scope: "file" }, () => chromiumLaunchOptions())
    .extend("browser", { scope: "file" }, async ({ launchOptions }, { onCleanup }) => {
      const browser = await chromium.launch(launchOptions);
      onCleanup(() => browser.close());
      return browser;
    })
    .extend("open", async ({ app: _app, api, browser, port }, { onCleanup }) => {
      api.reset();
      const pages: Page[] = [];
      const bad: string[] = [];
      onCleanup(async () => {
        await Promise.all(pages.map((page) => page.context().close()));
        expect(bad).toEqual([]);
      });
      return async (path: string): Promise<Page> => {
        const permissions = ["clipboard-read", "clipboard-write"];
        const onUncaught = (error: Error) => void bad.push(`uncaught: ${error.message}`);
        const page = await newWatchedPage(browser, onUncaught, { permissions });
        page.on("console", (line) => {
          const isBad = line.type() === "error" || line.type() === "warning";
          if (isBad && !expectedLines.test(line.text()) && !mayLog.test(line.text()))
            bad.push(`${line.type()}: ${line.text()}`);
        });
        pages.push(page);
        await page.goto(`http://localhost:${port}${path}`);
        return page;
      };
    });
}
