import { describe, expect, test } from "vitest";
import {
  contrastRatio,
  formatHex,
  mixInOklab,
  parseHex,
  type Rgb,
} from "../../../stories/looks/color.ts";

const black: Rgb = [0, 0, 0];
const white: Rgb = [1, 1, 1];

function rgb(hex: string): Rgb {
  const color = parseHex(hex);
  if (!color) throw new Error(`${hex} must be a color`);
  return color;
}

describe("parseHex", () => {
  test.for([
    ["#1f5eff", "#1f5eff"],
    ["1F5EFF", "#1f5eff"],
    ["#fff", "#ffffff"],
    [" #08c ", "#0088cc"],
  ])("reads %j", ([text, hex]) => {
    expect(formatHex(rgb(text ?? ""))).toBe(hex);
  });

  test.for(["", "#", "#ff", "#ffff", "#fffff", "#1f5eff80", "red", "#ggg", "rgb(0 0 0)"])(
    "takes %j for no color",
    (text) => {
      expect(parseHex(text)).toBeUndefined();
    },
  );
});

describe("contrastRatio", () => {
  test("goes from 1 to 21, whichever color comes first", () => {
    expect(contrastRatio(white, white)).toBe(1);
    expect(contrastRatio(white, black)).toBeCloseTo(21);
    expect(contrastRatio(black, white)).toBeCloseTo(21);
  });

  // Published by WebAIM's contrast checker.
  test.for([
    ["#767676", "#ffffff", 4.54],
    ["#777777", "#ffffff", 4.48],
    ["#0000ff", "#ffffff", 8.59],
    ["#ff0000", "#ffffff", 4.0],
  ] as const)("of %s on %s is %d", ([front, back, ratio]) => {
    expect(contrastRatio(rgb(front), rgb(back))).toBeCloseTo(ratio, 1);
  });
});

describe("mixInOklab", () => {
  test("gives each color back where its share is all", () => {
    expect(formatHex(mixInOklab(rgb("#1f5eff"), 1, rgb("#b3261e")))).toBe("#1f5eff");
    expect(formatHex(mixInOklab(rgb("#1f5eff"), 0, rgb("#b3261e")))).toBe("#b3261e");
  });

  // What Chromium makes of `color-mix(in oklab, …)`.
  test.for([
    ["#000000", 0.5, "#ffffff", "#636363"],
    ["#17181c", 0.86, "#ffffff", "#323337"],
    ["#17181c", 0.82, "#b3261e", "#321f1f"],
    ["#ffffff", 0.25, "#1f5eff", "#578dff"],
  ] as const)("mixes %s by %d into %s", ([one, share, other, mixed]) => {
    expect(formatHex(mixInOklab(rgb(one), share, rgb(other)))).toBe(mixed);
  });
});
