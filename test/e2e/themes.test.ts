import type { Page } from "playwright";
import { describe, expect } from "vitest";
import { findPreset } from "../../stories/looks/presets.ts";
import { schemes } from "../../stories/looks/theme.ts";
import { type ColorToken, colorTokens } from "../../stories/looks/token-groups.ts";
import { resolvedColors, setScheme, surfaceIn } from "./looks-page.ts";
import { test } from "./looks-test.ts";
import { hardToRead } from "./readable.ts";
import { shadcnGrays, shadcnVariables } from "./shadcn-variables.ts";

const danger: ColorToken = "--recourse-danger";

describe("themes/shadcn.css", () => {
  test.for(shadcnGrays)("is readable everywhere on %s", async (gray, { openLooks }) => {
    const page = await openLooks("shadcn");
    await page.addStyleTag({ content: await shadcnVariables(gray) });

    expect(await hardToRead(page)).toEqual([]);
    await setScheme(page, "dark");
    expect(await hardToRead(page)).toEqual([]);
  });

  test("takes the app’s colours, radius and fonts", async ({ openLooks }) => {
    const page = await openLooks("shadcn");
    await page.addStyleTag({ content: await shadcnVariables("neutral") });
    await page.addStyleTag({
      content: `:root {
        --card: #fffdf8; --card-foreground: #1c1917; --muted: #f5f1e8; --border: #e0d8c8; --input: #cfc4ae;
        --primary: #7c2d12; --primary-foreground: #fff7ed; --radius: 1rem; --font-sans: serif; --font-mono: fantasy;
      }`,
    });

    expect(await resolvedColors(page, colorTokens)).toMatchObject({
      "--recourse-surface": "#fffdf8",
      "--recourse-surface-quiet": "#f5f1e8",
      "--recourse-ink": "#1c1917",
      "--recourse-line": "#e0d8c8",
      "--recourse-line-strong": "#cfc4ae",
      "--recourse-action": "#7c2d12",
      "--recourse-on-action": "#fff7ed",
    });
    expect(await shapeOf(page)).toMatchObject({
      radius: "22.4px",
      controlRadius: "12.8px",
      font: "serif",
      monoFont: "fantasy",
    });
  });

  test("is what the theme editor has as shadcn neutral", async ({ openLooks }) => {
    const page = await openLooks("shadcn");
    await page.addStyleTag({ content: await shadcnVariables("neutral") });

    await expectSameAsPreset(page, "shadcn neutral");
  });

  test("takes what is declared for a dark part of a light page", async ({ openLooks }) => {
    const page = await openLooks("shadcn");
    await page.addStyleTag({ content: await shadcnVariables("zinc") });
    expect(await surfaceIn(page)).toBe("#ffffff");

    await page.evaluate(() => {
      const main = document.querySelector("main");
      if (main) main.className = "dark";
    });
    expect(await surfaceIn(page)).toBe("#18181b");
    expect(await surfaceIn(page, ".recourse-toast")).toBe("#ffffff");
  });

  test.for(schemes)(
    "lets the app’s own rule on :root win, in %s",
    async (scheme, { openLooks }) => {
      const page = await openLooks("shadcn");
      await page.addStyleTag({ content: await shadcnVariables("neutral") });
      await setScheme(page, scheme);

      expect(await dangerWithOwnRule(page)).toBe("#ab12cd");
    },
  );
});

describe("themes/tailwind.css", () => {
  test("is what the theme editor has as Tailwind zinc", async ({ openLooks }) => {
    await expectSameAsPreset(await openLooks("tailwind-theme"), "Tailwind zinc");
  });

  test.for(schemes)("is readable everywhere, in %s", async (scheme, { openLooks }) => {
    const page = await openLooks("tailwind-theme");
    await setScheme(page, scheme);

    expect(await hardToRead(page)).toEqual([]);
  });

  test("has its variables put out by Tailwind, and follows the app’s @theme", async ({
    openLooks,
  }) => {
    const page = await openLooks("tailwind-theme");
    const red = () =>
      page.evaluate(() =>
        getComputedStyle(document.documentElement).getPropertyValue("--color-red-700"),
      );
    expect(await red()).not.toBe("");

    await page.addStyleTag({
      content:
        "@layer theme { :root { --color-red-700: #ab12cd; --radius-xl: 3px; --radius-md: 2px; --font-sans: serif; --font-mono: fantasy; } }",
    });
    expect(await resolvedColors(page, [danger])).toEqual({ [danger]: "#ab12cd" });
    expect(await shapeOf(page)).toMatchObject({
      radius: "3px",
      controlRadius: "2px",
      font: "serif",
      monoFont: "fantasy",
    });
  });

  test.for(schemes)(
    "looks the same where a script imports it and the variables are not there, in %s",
    async (scheme, { openLooks }) => {
      const [processed, apart] = await Promise.all([
        openLooks("tailwind-theme"),
        openLooks("tailwind-theme-in-script"),
      ]);
      await Promise.all([setScheme(processed, scheme), setScheme(apart, scheme)]);

      expect(await resolvedColors(apart, colorTokens)).toEqual(
        await resolvedColors(processed, colorTokens),
      );
    },
  );

  test("lets the app’s own rule on :root win", async ({ openLooks }) => {
    const page = await openLooks("tailwind-theme");

    expect(await dangerWithOwnRule(page)).toBe("#ab12cd");
  });
});

/** What the preset's values change on a page that has the theme file: nothing. */
async function expectSameAsPreset(page: Page, name: string): Promise<void> {
  const { changes } = findPreset(name);
  const values = [...changes].map(([token, value]) => `${token}: ${value};`).join(" ");
  const before = await looksOf(page);
  await page.addStyleTag({ content: `:root { ${values} }` });

  expect(await looksOf(page)).toEqual(before);
  expect(before["light"]).not.toEqual(before["dark"]);
}

async function looksOf(page: Page) {
  const looks: Record<string, unknown> = {};
  for (const scheme of schemes) {
    await setScheme(page, scheme);
    looks[scheme] = { ...(await resolvedColors(page, colorTokens)), ...(await shapeOf(page)) };
  }
  return looks;
}

async function dangerWithOwnRule(page: Page): Promise<string | undefined> {
  await page.evaluate(() => {
    // First of all, so that it does not win by coming last.
    const own = document.createElement("style");
    own.textContent = ":root { --recourse-danger: #ab12cd }";
    document.head.prepend(own);
  });
  return (await resolvedColors(page, [danger]))[danger];
}

function shapeOf(page: Page): Promise<Record<string, string>> {
  return page.evaluate(() => {
    const style = (selector: string) => {
      const element = document.querySelector(selector);
      if (!element) throw new Error(`the page must have a ${selector}`);
      return getComputedStyle(element);
    };
    return {
      radius: style(".recourse-card[data-variant=section]").borderTopLeftRadius,
      controlRadius: style(".recourse-button").borderTopLeftRadius,
      font: style(".recourse-title").fontFamily,
      monoFont: style(".recourse-id").fontFamily,
      shadow: style(".recourse-card[data-variant=section]").boxShadow,
      raisedShadow: style(".recourse-toast").boxShadow,
    };
  });
}
