import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { BrowserContextOptions, Locator, Page } from "playwright";
import { describe, expect } from "vitest";
import { newWatchedPage } from "./open-page.ts";
import { startPageServer } from "./page-server.ts";
import { test as base } from "./scenario-test.ts";
import { ShadcnApp } from "./shadcn-app.ts";

const test = base
  .extend("app", { scope: "file" }, async ({ pageUrl: _builtKit }, { onCleanup }) => {
    const app = await ShadcnApp.create();
    onCleanup(() => app.remove());
    return app;
  })
  /** Both items put into the app, one after the other, and its page built. */
  .extend("installed", { scope: "file" }, async ({ app }, { onCleanup }) => {
    const manifestBefore = await app.read("package.json");
    await app.add("error-card");
    const saidAtSecond = await app.add("error-toaster");
    const [typeErrors, folder] = await Promise.all([app.typeCheck(), app.build()]);
    const server = await startPageServer(folder);
    onCleanup(() => server.close());
    return { manifestBefore, saidAtSecond, typeErrors, url: server.url };
  })
  /** Opens the page, under the policy that the kit promises to work under. */
  .extend("openApp", async ({ browser, installed }, { onCleanup }) => {
    const pages: Page[] = [];
    const uncaught: Error[] = [];
    onCleanup(async () => {
      const forbidden = await Promise.all(
        pages.map((page) => page.evaluate(() => window.policyViolations)),
      );
      await Promise.all(pages.map((page) => page.context().close()));
      expect([...uncaught, ...forbidden.flat()]).toEqual([]);
    });
    return async (options: BrowserContextOptions = {}, language = "en"): Promise<Page> => {
      const context = { reducedMotion: "reduce", ...options } as const;
      const page = await newWatchedPage(browser, (error) => void uncaught.push(error), context);
      pages.push(page);
      await page.clock.setFixedTime("2026-03-09T14:05:12Z");
      await page.goto(`${installed.url}/?csp=own-files&language=${language}`);
      await page.getByRole("dialog").nth(3).waitFor();
      return page;
    };
  });

// Here, because it takes longer than a test may where the machine is busy.
test.beforeAll(({ installed: _ready }) => {});

const sources = ["error-card.tsx", "error-parts.tsx", "error-toaster.tsx"] as const;

describe("shadcn’s CLI", () => {
  test("puts the sources among the app’s components, as they are", async ({ app }) => {
    const installedSources = sources.map((name) => app.read(`src/components/${name}`));
    const ownSources = sources.map((name) =>
      readFile(new URL(`../../registry/${name}`, import.meta.url), "utf8"),
    );

    expect((await app.list("src/components")).sort()).toEqual(sources);
    expect(await Promise.all(installedSources)).toEqual(await Promise.all(ownSources));
  });

  test("lets the second item have the parts that the first one brought", ({ installed }) => {
    expect(installed.saidAtSecond).toMatch(/Skipped 1 file.*\n/);
  });

  test("imports the kit’s stylesheets once, after Tailwind", async ({ app }) => {
    const css = await app.read("src/index.css");

    expect(css.match(/^@import .+$/gm)).toEqual([
      '@import "tailwindcss";',
      '@import "react-recourse/styles.css";',
      '@import "react-recourse/themes/shadcn.css";',
    ]);
  });

  test("installs nothing that the app has already", async ({ app, installed }) => {
    expect(await app.read("package.json")).toBe(installed.manifestBefore);
  });

  test("leaves an app that has no type error", ({ installed }) => {
    expect(installed.typeErrors).toBe("");
  });
});

describe("The card and the toasts that it puts there", () => {
  test.for(["en", "ar"])(
    "are to assistive technology what the kit’s are, in %s",
    async (language, { openApp }) => {
      const page = await openApp({}, language);
      await unfoldAll(page);
      const [kit, own] = [page.getByTestId("kit"), page.getByTestId("registry")];

      const tree = await kit.ariaSnapshot();
      for (const kind of kinds) expect(tree).toContain(kind);
      expect(await own.ariaSnapshot()).toBe(tree);
      expect(await semanticsOf(own)).toEqual(await semanticsOf(kit));
    },
  );

  test("do what helps", async ({ openApp }) => {
    const page = await openApp();
    const own = page.getByTestId("registry");
    await own.getByRole("button", { name: "Open a new session" }).first().click();

    await expect.poll(() => page.getByText("Sessions opened: 1").count()).toBe(1);
  });

  test("turn to support when trying again does not help", async ({ openApp }) => {
    const own = (await openApp()).getByTestId("registry");
    const card = own.getByRole("region", { name: "That didn’t work" }).last();
    const breakIt = own.getByRole("button", { name: "Break it" });
    const support = card.getByRole("link", { name: "Contact support" });
    for (const _time of ["first", "second"]) {
      await breakIt.click();
      await breakIt.waitFor({ state: "detached" });
      expect(await support.count()).toBe(0);
      await card.getByRole("button", { name: "Try again" }).click();
    }
    await breakIt.click();

    expect(await support.getAttribute("href")).toBe("mailto:help@example.com");
    expect(await card.getByRole("button", { name: "Try again" }).isVisible()).toBe(true);
  });

  test("keep the focus on a button that waits", async ({ openApp }) => {
    const own = (await openApp()).getByTestId("registry");
    const waiting = own.getByRole("button", { name: "Try again in 2 min" });
    await waiting.focus();

    expect(await hasFocus(waiting)).toBe(true);
  });

  test("copy the request id, and say so", async ({ openApp }) => {
    const page = await openApp({ permissions: ["clipboard-read", "clipboard-write"] });
    const card = page.getByTestId("registry").getByRole("region").first();
    await card.getByRole("button", { name: "Copy", exact: true }).click();

    await expect.poll(() => card.getByRole("status").first().textContent()).toBe("Copied");
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      "req_01J2K8Q4ZD7X3M5V9B6N0T0003",
    );
  });

  test("take the focus where what had it is gone", async ({ openApp }) => {
    const own = (await openApp()).getByTestId("registry");
    const cards = own.getByRole("region", { name: "That didn’t work" });
    const before = await cards.count();
    await own.getByRole("button", { name: "Break it" }).press("Enter");

    await expect.poll(() => cards.count()).toBe(before + 1);
    expect(await hasFocus(cards.last().getByRole("heading"))).toBe(true);
  });

  test("are dismissed by their button, and by Escape", async ({ openApp }) => {
    const toasts = (await openApp()).getByTestId("registry").getByRole("dialog");
    await toasts.first().getByRole("button", { name: "Try again" }).press("Escape");
    await expect.poll(() => toasts.count()).toBe(1);

    await toasts.first().getByRole("button", { name: "Dismiss" }).click();
    await expect.poll(() => toasts.count()).toBe(0);
  });

  test("are readable, and large enough to press, in light and dark", async ({ openApp }) => {
    const page = await openApp();
    await unfoldAll(page);
    await page.evaluate(await readFile(axe, "utf8"));
    expect(await violationsIn(page, "[data-testid=registry]")).toEqual([]);

    await page.evaluate(() => document.documentElement.classList.add("dark"));
    expect(await violationsIn(page, "[data-testid=registry]")).toEqual([]);
  });

  test("fit into 320 px, whichever way the page runs", async ({ openApp }) => {
    const page = await openApp({ viewport: { width: 320, height: 640 } });
    const width = () => page.evaluate(() => document.documentElement.scrollWidth);
    await unfoldAll(page);
    expect(await width()).toBe(320);

    await page.evaluate(() => document.documentElement.setAttribute("dir", "rtl"));
    expect(await width()).toBe(320);
  });

  test.for(["none", "active"] as const)(
    "show what has the focus, and nothing else, with forced colors %s",
    async (forcedColors, { openApp }) => {
      const own = (await openApp({ forcedColors })).getByTestId("registry");
      const retry = own.getByRole("button", { name: "Try again" }).first();
      const seen = forcedColors === "active" ? /^rgb.* solid 2px$/ : /0px 0px 0px 4px/;
      expect(await ringOf(retry, forcedColors)).not.toMatch(seen);

      await retry.focus();
      await retry.press("Shift");
      expect(await ringOf(retry, forcedColors)).toMatch(seen);
    },
  );
});

/** What has to be in the tree, so that nothing is compared in vain. */
const kinds = ["dialog", "heading", "link", "[disabled]", "term", "status"] as const;

function unfoldAll(page: Page): Promise<void> {
  return page.evaluate(() => {
    for (const details of document.querySelectorAll("details")) details.open = true;
  });
}

/** What markup says beside its text, element by element, where it says anything. Names of ids do not count. */
function semanticsOf(part: Locator): Promise<string[]> {
  return part.evaluate((root) => {
    const silent = /^(?:class|style|id|data-.+)$/;
    const drawn = /^(?:viewBox|width|height|fill|stroke.*|d)$/;

    function meaningOf({ name, value }: Attr): string {
      if (!/^aria-(?:labelledby|describedby|controls)$/.test(name)) return value;
      const named = value.split(" ").map((id) => document.getElementById(id)?.textContent);
      return named.join(" ");
    }

    return [...root.querySelectorAll("*")].flatMap((element) => {
      const said = [...element.attributes]
        .filter(({ name }) => !silent.test(name) && !drawn.test(name))
        .map((attribute) => `${attribute.name}=${meaningOf(attribute)}`);
      const name = element.localName;
      return said.length > 0 || name === "bdi" ? [[name, ...said.sort()].join(" ")] : [];
    });
  });
}

function hasFocus(part: Locator): Promise<boolean> {
  return part.evaluate((element) => element === document.activeElement);
}

function ringOf(part: Locator, forcedColors: "none" | "active"): Promise<string> {
  return part.evaluate((element, forced) => {
    const style = getComputedStyle(element);
    return forced ? style.outline : style.boxShadow;
  }, forcedColors === "active");
}

const axe = createRequire(import.meta.resolve("@storybook/addon-a11y")).resolve(
  "axe-core/axe.min.js",
);

/**
 * What axe cannot approve of, of what the kit's own accessible tree does not show. It is the axe that the stories are
 * checked with, and must be on the page.
 */
function violationsIn(page: Page, selector: string): Promise<string[]> {
  return page.evaluate(async (selector) => {
    const { violations, incomplete } = await window.axe.run(selector, {
      runOnly: ["color-contrast", "target-size"],
    });
    return [...violations, ...incomplete].flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
    );
  }, selector);
}

declare global {
  interface Window {
    axe: {
      run(
        selector: string,
        options: { runOnly: readonly string[] },
      ): Promise<Record<"violations" | "incomplete", readonly AxeResult[]>>;
    };
  }
}

interface AxeResult {
  id: string;
  nodes: readonly { html: string; failureSummary: string }[];
}
