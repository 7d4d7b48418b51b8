import { chromium, type Page } from "playwright";
import { test as base, inject } from "vitest";
import { chromiumLaunchOptions } from "../browser/chromium.ts";
import { type ServerOptions, startServer, type TestServer } from "../server/server.ts";
import { openPage, type ScenarioOptions } from "./open-page.ts";

/**
 * A test in a real browser against real servers: one browser a run, a new context a page, and whatever a test
 * started is closed after it. A test fails where its page threw something that nobody caught.
 */
export const test = base
  .extend("launchOptions", { scope: "worker" }, () => chromiumLaunchOptions())
  .extend("browser", { scope: "worker" }, async ({ launchOptions }, { onCleanup }) => {
    // A name that browsers take for what it is: a page over plain http.
    const args = ["--host-resolver-rules=MAP plain.test localhost"];
    const browser = await chromium.launch({ ...launchOptions, args });
    onCleanup(() => browser.close());
    return browser;
  })
  .extend("pageUrl", { scope: "file" }, () => inject("pageUrl"))
  /** Starts an API server that pages may call. */
  .extend("startApi", async ({ pageUrl }, { onCleanup }) => {
    const servers: TestServer[] = [];
    onCleanup(async () => {
      await Promise.all(servers.map((server) => server.close()));
    });
    return async (options: ServerOptions = {}): Promise<TestServer> => {
      const server = await startServer({ allowOrigin: pageUrl, ...options });
      servers.push(server);
      return server;
    };
  })
  /** Opens `app/scenarios/Name.tsx`. */
  .extend("openScenario", async ({ browser, pageUrl }, { onCleanup }) => {
    const pages: Page[] = [];
    const uncaught: Error[] = [];
    onCleanup(async () => {
      await Promise.all(pages.map((page) => page.context().close()));
      if (uncaught.length > 0)
        throw new AggregateError(uncaught, `uncaught on the page: ${uncaught.join("; ")}`);
    });
    return async (name: string, options: ScenarioOptions): Promise<Page> => {
      const page = await openPage(browser, pageUrl, {
        name,
        options,
        onUncaught: (error) => void uncaught.push(error),
      });
      pages.push(page);
      return page;
    };
  })
  /** Opens a scenario on an API server of its own. */
  .extend("openWithApi", ({ openScenario, startApi }) => {
    return async (
      name: string,
      options: Omit<ScenarioOptions, "apiUrl"> = {},
      server: ServerOptions = {},
    ) => {
      const api = await startApi(server);
      return { api, page: await openScenario(name, { apiUrl: api.url, ...options }) };
    };
  });
