/** What on a page of the kit is hard to read, in the colours that the browser makes of its styles. */

import type { Page } from "playwright";
import { type Rgb, resolvedColors, shownTexts } from "./looks-page.ts";

/**
 * Tells of every text on the page, and of every pair of colours that it does not show at rest, that is closer than WCAG
 * 2.2 AA allows: 4.5:1 for text (1.4.3), 3:1 for icons and the focus ring (1.4.11).
 */
export async function hardToRead(page: Page): Promise<string[]> {
  const colors = await resolvedColors(
    page,
    unseenPairs.flatMap(({ front, back }) => [front, back]),
  );
  const unseen = unseenPairs.map(({ what, front, back, needs }) => ({
    what,
    ratio: contrastRatio(readHex(colors[front]), readHex(colors[back])),
    needs,
  }));
  const tooClose = unseen.filter(({ ratio, needs }) => ratio < needs).map(inWords);
  return [...(await textsHardToRead(page, 100)), ...new Set(tooClose)];
}

/**
 * Tells of every text that the kit shows on the page and that is closer to what lies behind it than 4.5:1.
 *
 * @throws Error where the page shows fewer texts than it must
 */
export async function textsHardToRead(page: Page, atLeast: number): Promise<string[]> {
  const texts = await shownTexts(page);
  if (texts.length < atLeast) throw new Error(`the page must show texts: got ${texts.length}`);
  const tooClose = texts
    .map(({ text, color, background }) => ({ what: text, ratio: contrastRatio(color, background) }))
    .filter(({ ratio }) => ratio < 4.5)
    .map(inWords);
  return [...new Set(tooClose)];
}

const inWords = ({ what, ratio }: { what: string; ratio: number }) => `${what}: ${ratio}`;

interface ColorPair {
  what: string;
  front: string;
  back: string;
  needs: 4.5 | 3;
}

const tones = ["danger", "warning", "info"] as const;

const unseenPairs: readonly ColorPair[] = [
  {
    what: "the primary button under the mouse",
    front: "--recourse-on-action",
    back: "color-mix(in oklab, var(--recourse-action) 86%, var(--recourse-surface))",
    needs: 4.5,
  },
  ...tones.map(
    (tone): ColorPair => ({
      what: `a quiet button under the mouse, on an inline card of ${tone}`,
      front: `color-mix(in oklab, var(--recourse-ink) 82%, var(--recourse-${tone}))`,
      back: "--recourse-surface-quiet",
      needs: 4.5,
    }),
  ),
  ...tones.map((tone) => sign(`the icon of ${tone}`, `--recourse-${tone}`, "--recourse-surface")),
  ...["surface", "surface-quiet", ...tones.map((tone) => `${tone}-quiet`)].map((back) =>
    sign(`the focus ring on ${back}`, "--recourse-focus", `--recourse-${back}`),
  ),
];

function sign(what: string, front: string, back: string): ColorPair {
  return { what, front, back, needs: 3 };
}

function readHex(hex: string | undefined): Rgb {
  const [red, green, blue] = (hex?.match(/[\da-f]{2}/g) ?? []).map((pair) => Number(`0x${pair}`));
  if (red === undefined || green === undefined || blue === undefined)
    throw new Error(`the browser must give hex: got ${hex}`);
  return [red / 255, green / 255, blue / 255];
}

/** From 1, no contrast, to 21, black on white (WCAG 2.2, "contrast ratio"). */
function contrastRatio(one: Rgb, other: Rgb): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance([red, green, blue]: Rgb): number {
  return 0.2126 * toLinear(red) + 0.7152 * toLinear(green) + 0.0722 * toLinear(blue);
}

function toLinear(part: number): number {
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}
