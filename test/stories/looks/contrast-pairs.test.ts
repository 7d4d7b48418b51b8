import { describe, expect, test } from "vitest";
import { parseHex, type Rgb } from "../../../stories/looks/color.ts";
import {
  contrastPairs,
  formatRatio,
  involves,
  isTooClose,
  measurePairs,
  tellPair,
} from "../../../stories/looks/contrast-pairs.ts";

import { colorOf, schemes } from "../../../stories/looks/theme.ts";
import type { ColorToken } from "../../../stories/looks/token-groups.ts";
import { kitTheme } from "./kit-theme.ts";

const gray: Rgb = [0.5, 0.5, 0.5];

describe("The pairs of colors", () => {
  test.for(schemes)("all hold in the kit’s own look, in %s", (scheme) => {
    const measured = measurePairs((token) => colorOf(kitTheme, token, scheme));

    expect(measured.filter(isTooClose).map(tellPair)).toEqual([]);
  });

  test("are all too close in one gray", () => {
    expect(measurePairs(() => gray).filter(isTooClose)).toHaveLength(contrastPairs.length);
  });

  test("hold every color but the two of lines, which nothing is read from", () => {
    const lines: readonly ColorToken[] = ["--recourse-line", "--recourse-line-strong"];
    const free = [...kitTheme.keys()]
      .filter((token): token is ColorToken => parseHex(firstColor(token)) !== undefined)
      .filter((token) => !contrastPairs.some((pair) => involves(pair, token)));

    expect(free).toEqual(lines);
  });

  test("know what a color is mixed from", () => {
    const hovered = contrastPairs.find(({ what }) => what === "the primary button under the mouse");

    expect(hovered && involves(hovered, "--recourse-surface")).toBe(true);
    expect(hovered && involves(hovered, "--recourse-focus")).toBe(false);
  });
});

function firstColor(token: string): string {
  return /^light-dark\((#\w+)/.exec(kitTheme.get(token) ?? "")?.[1] ?? "";
}

test("A ratio is never rounded up to what it does not reach", () => {
  expect(formatRatio(4.4999)).toBe("4.4:1");
  expect(formatRatio(21)).toBe("21.0:1");
});

test("What is too close is told in one sentence", () => {
  const told = measurePairs(() => gray).map(tellPair);

  expect(told).toContain("Hard to read: titles on a card, 1.0:1; text needs 4.5:1.");
  expect(told).toContain("Hard to see: the focus ring on a card, 1.0:1; it needs 3:1.");
});
