import { readFile } from "node:fs/promises";
import type { Page } from "playwright";
import { describe, expect } from "vitest";
import { colorTokens } from "../../stories/tokens/token-groups.ts";
import { resolvedColors, setScheme, surfaceIn } from "./looks-page.ts";
import { test } from "./looks-test.ts";
import { hardToRead } from "./readable.ts";
import { shadcnGrays, shadcnVariables } from "./shadcn-variables.ts";

const danger = "--recourse-danger";

const schemes = ["light", "dark"] as const;

test.for(["shadcn", "tailwind"])("themes/%s.css has a value for every colour", async (name) => {
  const file = new URL(`../../src/components/styles/themes/${name}.css`, import.meta.url);
  const css = await readFile(file, "utf8");

  expect(colorTokens.filter((token) => !css.includes(`${token}:`))).toEqual([]);
});

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

  test("mixes what shadcn/ui has no variable for", async ({ openLooks }) => {
    const page = await openLooks("shadcn");
    await page.addStyleTag({ content: await shadcnVariables("neutral") });

    expect(await lightAndDark(page)).toMatchObject({
      "--recourse-ink-quiet": "#5c5c5c, #b2b2b2",
      "--recourse-danger": "#bf0312, #ff807e",
      "--recourse-danger-quiet": "#fdeeec, #382726",
      "--recourse-warning": "#8c4100, #fac25b",
      "--recourse-warning-quiet": "#fff4dd, #352f23",
      "--recourse-info": "#134ab6, #84bbff",
      "--recourse-info-quiet": "#ebf1fa, #272e37",
      "--recourse-focus": "#5e5e5e, #a7a7a7",
    });
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
  test("is zinc with Tailwind’s red, amber and blue, in light and dark", async ({ openLooks }) => {
    expect(await lightAndDark(await openLooks("tailwind-theme"))).toMatchObject({
      "--recourse-surface": "#ffffff, #18181b",
      "--recourse-ink": "#09090b, #fafafa",
      "--recourse-danger": "#c10007, #ff6467",
      "--recourse-warning": "#973c00, #ffb900",
      "--recourse-info": "#1447e6, #50a2ff",
      "--recourse-action": "#18181b, #f4f4f5",
      "--recourse-focus": "#155dfc, #50a2ff",
    });
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
        "@layer theme { :root { --color-red-700: #ab12cd; --radius-xl: 3px; --radius-md: 2px; --font-sans: serif; --font-mono: fantasy; --shadow-xs: 0 0 1px #000; --shadow-xl: 0 0 2px #000; } }",
    });
    expect(await resolvedColors(page, [danger])).toEqual({ [danger]: "#ab12cd" });
    expect(await shapeOf(page)).toMatchObject({
      radius: "3px",
      controlRadius: "2px",
      font: "serif",
      monoFont: "fantasy",
      shadow: "rgb(0, 0, 0) 0px 0px 1px 0px",
      raisedShadow: "rgb(0, 0, 0) 0px 0px 2px 0px",
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

async function lightAndDark(page: Page): Promise<Record<string, string>> {
  const light = await resolvedColors(page, colorTokens);
  await setScheme(page, "dark");
  const dark = await resolvedColors(page, colorTokens);
  return Object.fromEntries(colorTokens.map((token) => [token, `${light[token]}, ${dark[token]}`]));
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
