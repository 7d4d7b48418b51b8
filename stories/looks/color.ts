/**
 * Colours as an editor needs them: written as CSS hex, measured by WCAG 2.2 (relative luminance and contrast ratio), and
 * mixed as `color-mix(in oklab, …)` does (CSS Color 4, 12; the matrices are Björn Ottosson's).
 */

/** Red, green and blue of sRGB, each from 0 to 1. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** Reads `#rgb` and `#rrggbb`, with or without the `#`. Anything else is undefined. */
export function parseHex(text: string): Rgb | undefined {
  const digits = /^#?(?:([\da-f]{3})|([\da-f]{6}))$/i.exec(text.trim());
  if (!digits) return undefined;
  const [, short, long] = digits;
  const pairs = short ? [...short].map((digit) => digit + digit) : long?.match(/../g);
  const [red = "", green = "", blue = ""] = pairs ?? [];
  return [byte(red), byte(green), byte(blue)];
}

const byte = (hex: string) => Number.parseInt(hex, 16) / 255;

/** Always `#rrggbb`, which is what `<input type="color">` takes. */
export function formatHex(color: Rgb): string {
  const bytes = color.map((part) =>
    Math.round(clamp(part) * 255)
      .toString(16)
      .padStart(2, "0"),
  );
  return `#${bytes.join("")}`;
}

const clamp = (part: number) => Math.min(1, Math.max(0, part));

/** From 1, no contrast, to 21, black on white. */
export function contrastRatio(one: Rgb, other: Rgb): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(color: Rgb): number {
  const [red, green, blue] = linear(color);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/**
 * `color-mix(in oklab, one share, other)`.
 * @param share of the first, from 0 to 1
 */
export function mixInOklab(one: Rgb, share: number, other: Rgb): Rgb {
  const [from, to] = [toOklab(one), toOklab(other)];
  return fromOklab(
    [0, 1, 2].map((part) => (from[part] ?? 0) * share + (to[part] ?? 0) * (1 - share)),
  );
}

function linear([red, green, blue]: Rgb): Rgb {
  return [toLinear(red), toLinear(green), toLinear(blue)];
}

const toLinear = (part: number) =>
  part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;

const fromLinear = (part: number) =>
  part <= 0.0031308 ? part * 12.92 : 1.055 * part ** (1 / 2.4) - 0.055;

function toOklab(color: Rgb): readonly number[] {
  const [red, green, blue] = linear(color);
  const long = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const medium = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const short = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return [
    0.2104542553 * long + 0.793617785 * medium - 0.0040720468 * short,
    1.9779984951 * long - 2.428592205 * medium + 0.4505937099 * short,
    0.0259040371 * long + 0.7827717662 * medium - 0.808675766 * short,
  ];
}

function fromOklab([lightness = 0, a = 0, b = 0]: readonly number[]): Rgb {
  const long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    clamp(fromLinear(4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short)),
    clamp(fromLinear(-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short)),
    clamp(fromLinear(-0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short)),
  ];
}
