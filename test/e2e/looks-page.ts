/** The pages of `app/looks`, each with stylesheets of its own, and what a browser made of them. */

import type { Browser, BrowserContextOptions, Page } from "playwright";

/** Opens one at rest: no motion, no clock that ticks, all details unfolded. */
export async function openLooks(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext({ reducedMotion: "reduce", ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  await page.clock.setFixedTime("2026-03-09T14:05:12Z");
  await page.goto(url);
  await page.getByRole("dialog").nth(2).waitFor();
  await page.locator(".recourse-retry .recourse-countdown").waitFor();
  await page.evaluate(() => {
    for (const details of document.querySelectorAll("details")) details.open = true;
  });
  return page;
}

export interface ShownText {
  text: string;
  color: Rgb;
  background: Rgb;
}

/** Red, green and blue of sRGB, each from 0 to 1. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** Every text that the kit shows, with its colour and what lies behind it, as the browser mixes them. */
export function shownTexts(page: Page): Promise<ShownText[]> {
  return page.evaluate(() => {
    const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
    if (!canvas) throw new Error("the browser must draw");
    const context: CanvasRenderingContext2D = canvas;

    function paint(colors: readonly string[]): Rgb {
      for (const color of colors) {
        context.fillStyle = color;
        context.fillRect(0, 0, 1, 1);
      }
      const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
      return [red / 255, green / 255, blue / 255];
    }

    function backgroundsOf(element: Element | null): readonly string[] {
      if (!element) return [canvasColor()];
      const { backgroundColor } = getComputedStyle(element);
      return [...backgroundsOf(element.parentElement), backgroundColor];
    }

    /** What a page without a background of its own has: white or nearly black, by its scheme. */
    function canvasColor(): string {
      const probe = document.documentElement.appendChild(document.createElement("span"));
      probe.style.color = "Canvas";
      const { color } = getComputedStyle(probe);
      probe.remove();
      return color;
    }

    const shown: ShownText[] = [];
    for (const root of document.querySelectorAll(".recourse")) {
      const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      for (let node = texts.nextNode(); node; node = texts.nextNode()) {
        const element = node.parentElement;
        const text = node.textContent?.trim() ?? "";
        if (!element || text === "" || element.closest(".recourse-offscreen")) continue;
        const backgrounds = backgroundsOf(element);
        const { color } = getComputedStyle(element);
        shown.push({ text, color: paint([...backgrounds, color]), background: paint(backgrounds) });
      }
    }
    return shown;
  });
}

/**
 * What colours come to inside of an element of the kit, as `#rrggbb`, over its surface where they are translucent. Each is
 * a token's name or any colour of CSS.
 */
export function resolvedColors(
  page: Page,
  names: readonly string[],
  within = ".recourse-card",
): Promise<Record<string, string>> {
  return page.evaluate(
    ({ names, within }) => {
      const context = document
        .createElement("canvas")
        .getContext("2d", { willReadFrequently: true });
      const probe = document.createElement("span");
      const parent = document.querySelector(within);
      if (!context || !parent) throw new Error(`the page must have a ${within}`);
      parent.append(probe);
      const resolved = names.map((name) => {
        for (const layer of ["--recourse-surface", name]) {
          probe.style.color = layer.startsWith("--") ? `var(${layer})` : layer;
          context.fillStyle = getComputedStyle(probe).color;
          context.fillRect(0, 0, 1, 1);
        }
        const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
        const hex = [red, green, blue].map((part) => part.toString(16).padStart(2, "0")).join("");
        return [name, `#${hex}`] as const;
      });
      probe.remove();
      return Object.fromEntries(resolved);
    },
    { names, within },
  );
}

/** The kit's surface there. */
export async function surfaceIn(page: Page, within?: string): Promise<string | undefined> {
  return (await resolvedColors(page, ["--recourse-surface"], within))["--recourse-surface"];
}

/** The page's own choice, as its theme switch would make it. */
export async function setScheme(page: Page, scheme: "light" | "dark"): Promise<void> {
  await page.evaluate((chosen) => {
    document.documentElement.classList.toggle("dark", chosen === "dark");
    document.documentElement.style.colorScheme = chosen;
  }, scheme);
}
