import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright";
import { describe, expect, onTestFinished } from "vitest";
import { fault } from "../server/fault.ts";
import type { TestServer } from "../server/server.ts";
import { collectLogLines } from "./log-lines.ts";
import { readmeApp, readmeBlocks } from "./readme.ts";
import { test } from "./scenario-test.ts";
import { typeCheck } from "./type-check.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

const read = (path: string) => readFile(join(root, path), "utf8");

const route = "GET /v1/sessions/ses_1001";

/** Told of a fault in the app itself. */
const atFault = {
  title: "This didn’t work as it should",
  fix: "The problem is in the page itself, not your connection. Try again. If it keeps happening, reload the page or contact support.",
};

declare global {
  interface Window {
    /** What the person does in their browser's settings. */
    allowStorage(): void;
  }
}

describe("The app in README.md", () => {
  test("is under 30 lines", async () => {
    expect((await readmeApp()).trimEnd().split("\n").length).toBeLessThan(30);
  });

  test("has no type error", async () => {
    const said = await typeCheck({
      files: { "app.tsx": await readmeApp() },
      compilerOptions: {
        module: "esnext",
        moduleResolution: "bundler",
        jsx: "react-jsx",
        types: ["vite/client"],
        verbatimModuleSyntax: true,
        noUnusedLocals: true,
      },
      packages: ["@types/react", "@types/react-dom", "react", "react-dom", "vite", "zod"],
    });

    expect(said).toBe("");
  });

  test("shows the session's name, and sends the key that it keeps", async ({
    browser,
    pageUrl,
    startApi,
  }) => {
    const api = await startApi();
    api.script(route, [fault.ok({ id: "ses_1001", name: "Invoice questions" })]);
    const page = await openReadmeApp(browser, `${pageUrl}/production/readme.html`, api);

    await expect.poll(() => page.locator("main").textContent()).toBe("Invoice questions");
    expect(api.requests.map(({ headers }) => headers["x-api-key"])).toEqual(["k1"]);
  });

  test("says that the session has expired, opens a new one, and gives the request id", async ({
    browser,
    pageUrl,
    startApi,
  }) => {
    const api = await startApi();
    api.script(route, [fault.error("SESSION_EXPIRED")]);
    const page = await openReadmeApp(browser, `${pageUrl}/production/readme.html`, api);

    await page.getByRole("heading", { name: "This session has expired", exact: true }).waitFor();
    expect(await page.locator("main code").allTextContents()).toEqual([api.requests[0]?.requestId]);
    expect(api.requests).toHaveLength(1);
    await page.getByRole("button", { name: "Open a new session", exact: true }).click();
    await page.waitForURL(`${pageUrl}/sessions/new`);
  });

  test("tells nobody of a service that is restarting", async ({ browser, pageUrl, startApi }) => {
    const api = await startApi();
    const restarted = fault.held(fault.ok({ id: "ses_1001", name: "Invoice questions" }));
    api.script(route, [fault.html502(), restarted.reply]);
    const page = await openReadmeApp(browser, `${pageUrl}/production/readme.html`, api);

    await expect.poll(() => api.requests).toHaveLength(2);
    expect(await page.locator("main").textContent()).toBe("Loading…");
    restarted.release();
    await expect.poll(() => page.locator("main").textContent()).toBe("Invoice questions");
  });

  test("says that the page is at fault where a frame may not keep anything, and sends nothing", async ({
    browser,
    pageUrl,
    startApi,
  }) => {
    const api = await startApi();
    const url = `${pageUrl}/production/readme.html`;
    const { page, logLines } = await openReadmeFrame(browser, url, api);
    const app = page.frameLocator("iframe").locator("main");

    const title = app.getByRole("heading", { name: atFault.title, exact: true });
    await title.waitFor();
    expect(await app.locator(".recourse-fix").textContent()).toBe(atFault.fix);
    expect(await app.locator("code").allTextContents()).toEqual([]);
    expect(logLines).toEqual([expect.stringContaining("SecurityError")]);
    await app.getByRole("button", { name: "Try again", exact: true }).click();
    await expect.poll(() => logLines).toHaveLength(2);
    await title.waitFor();
    expect(await app.getByRole("button", { name: "Try again", exact: true }).count()).toBe(1);
    expect(api.requests).toEqual([]);
  });

  test("goes on by “Try again” once the storage that was blocked is open", async ({
    browser,
    pageUrl,
    startApi,
  }) => {
    const api = await startApi();
    api.script(route, [fault.ok({ id: "ses_1001", name: "Invoice questions" })]);
    const page = await openReadmeApp(browser, `${pageUrl}/production/readme.html`, api, {
      isStorageBlocked: true,
    });

    await page.getByRole("heading", { name: atFault.title, exact: true }).waitFor();
    expect(api.requests).toEqual([]);
    await page.evaluate(() => {
      window.allowStorage();
      localStorage.setItem("key", "k1");
    });
    await page.getByRole("button", { name: "Try again", exact: true }).click();

    await expect.poll(() => page.locator("main").textContent()).toBe("Invoice questions");
    expect(api.requests.map(({ headers }) => headers["x-api-key"])).toEqual(["k1"]);
  });
});

interface ReadmeContext {
  /** As browsers do where a person allows the page no data: whatever is asked of it throws. */
  isStorageBlocked?: boolean;
}

/** Opens it with a key kept from before; what it asks of its API's address, the test's server answers. */
async function openReadmeApp(
  browser: Browser,
  url: string,
  api: TestServer,
  { isStorageBlocked = false }: ReadmeContext = {},
): Promise<Page> {
  const page = await newReadmePage(browser, api);
  await page.addInitScript((isBlocked) => {
    if (!isBlocked) return localStorage.setItem("key", "k1");
    const { localStorage: storage } = window;
    const property = { configurable: true, enumerable: true };
    window.allowStorage = () => {
      Object.defineProperty(window, "localStorage", { ...property, value: storage });
    };
    Object.defineProperty(window, "localStorage", {
      ...property,
      get() {
        throw new DOMException("Access is denied for this document.", "SecurityError");
      },
    });
  }, isStorageBlocked);
  await page.goto(url);
  return page;
}

/** Opens it in a frame without an origin of its own, as previews and embedded pages have: it has no storage at all. */
async function openReadmeFrame(browser: Browser, url: string, api: TestServer) {
  const page = await newReadmePage(browser, api);
  const logLines = collectLogLines(page);
  // Its own scripts come from another origin, for a page that has none.
  await page.route(`${new URL(url).origin}/**`, async (asked) => {
    const response = await asked.fetch();
    const headers = { ...response.headers(), "access-control-allow-origin": "*" };
    await asked.fulfill({ response, headers });
  });
  await page.goto("about:blank");
  await page.setContent(`<iframe sandbox="allow-scripts" src="${url}"></iframe>`);
  return { page, logLines };
}

async function newReadmePage(browser: Browser, api: TestServer): Promise<Page> {
  const context = await browser.newContext();
  const uncaught: Error[] = [];
  onTestFinished(async () => {
    await context.close();
    expect(uncaught).toEqual([]);
  });
  const page = await context.newPage();
  page.on("pageerror", (error) => uncaught.push(error));
  page.setDefaultTimeout(10_000);
  await page.route("https://api.agntix.ai/**", async (asked) => {
    const { pathname, search } = new URL(asked.request().url());
    await asked.fulfill({ response: await asked.fetch({ url: api.url + pathname + search }) });
  });
  await page.route("**/sessions/new", (asked) =>
    asked.fulfill({ contentType: "text/html", body: "<p>A new session</p>" }),
  );
  return page;
}

describe("The other examples in README.md", () => {
  test("have no type error", async () => {
    // The one with an OpenAPI document is in a test of its own, which has one.
    const blocks = (await readmeBlocks("ts")).filter((source) => !source.includes("./paths"));
    expect(blocks.length).toBeGreaterThan(1);
    const said = await typeCheck({
      files: Object.fromEntries(blocks.map((source, index) => [`example-${index}.ts`, source])),
      compilerOptions: {
        module: "esnext",
        moduleResolution: "bundler",
        strict: true,
        exactOptionalPropertyTypes: true,
        noUncheckedIndexedAccess: true,
        verbatimModuleSyntax: true,
      },
      packages: ["@sentry/react", "@tanstack/react-query", "@types/react", "axios", "zod"],
    });

    expect(said).toBe("");
  });
});

describe("The commands in README.md", () => {
  test("are two to see it and to test it, which package.json has", async () => {
    const { scripts } = JSON.parse(await read("package.json"));
    const commands = (await readmeBlocks("sh")).map((text) => text.trim());

    expect(commands.slice(0, 2)).toEqual(["npm ci && npm start", "npm ci && npm test"]);
    expect(scripts).toMatchObject({ start: expect.any(String), test: expect.any(String) });
  });

  test("install every package that its app needs beside React", async () => {
    const [, , install = ""] = await readmeBlocks("sh");
    const imports = [...(await readmeApp()).matchAll(/^import .*"([^"]+)";$/gm)].map(
      ([, source = ""]) => source.split("/")[0],
    );

    expect(install.trim()).toBe("npm install react-recourse @tanstack/react-query zod");
    expect(new Set(imports)).toEqual(new Set(["react", "react-dom", "react-recourse", "zod"]));
  });

  test("are those that CI runs", async () => {
    const lines = (await read(".ci/run")).split("\n");

    expect(lines.filter((line) => line.startsWith("npm "))).toEqual(["npm ci", "npm test"]);
  });
});
