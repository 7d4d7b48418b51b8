/** What on a page of the kit is hard to read, in the colours that the browser makes of its styles. */

import type { Page } from "playwright";
import { contrastRatio, parseHex, type Rgb } from "../../stories/looks/color.ts";
import { isTooClose, measurePairs, tellPair } from "../../stories/looks/contrast-pairs.ts";
import { colorTokens } from "../../stories/looks/token-groups.ts";
import { resolvedColors, shownTexts } from "./looks-page.ts";

/** Tells of every text, and of every pair of tokens, that is closer than WCAG AA allows. */
export async function hardToRead(page: Page): Promise<string[]> {
  const texts = await shownTexts(page);
  if (texts.length < 100) throw new Error(`the page must show texts: got ${texts.length}`);
  const shown = texts
    .map((text) => ({ ...text, ratio: contrastRatio(text.color, text.background) }))
    .filter(({ ratio }) => ratio < 4.5)
    .map(({ text, ratio }) => `${text}: ${ratio}`);
  const colors = await resolvedColors(page, colorTokens);
  const pairs = measurePairs((token) => readHex(colors[token]));
  return [...new Set(shown), ...pairs.filter(isTooClose).map(tellPair)];
}

function readHex(hex: string | undefined): Rgb {
  const color = parseHex(hex ?? "");
  if (!color) throw new Error(`the browser must give hex: got ${hex}`);
  return color;
}
