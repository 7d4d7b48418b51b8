/**
 * Every pair of colours that the kit's styles put on each other, with the contrast that WCAG 2.2 AA asks of it: 4.5:1 for
 * text (1.4.3), 3:1 for icons and the focus ring (1.4.11).
 */

import { contrastRatio, mixInOklab, type Rgb } from "./color.ts";
import type { ColorToken } from "./token-groups.ts";

/** A token as it is, or with another mixed in. */
type Paint = ColorToken | { mix: ColorToken; share: number; into: ColorToken };

export interface ContrastPair {
  /** What would be hard to read or to see. */
  what: string;
  front: Paint;
  back: Paint;
  needs: 4.5 | 3;
}

const tones = ["danger", "warning", "info"] as const;

export const contrastPairs: readonly ContrastPair[] = [
  text("titles on a card", "--recourse-ink", "--recourse-surface"),
  text("values in the details", "--recourse-ink", "--recourse-surface-quiet"),
  text("what to do next, on a card", "--recourse-ink-quiet", "--recourse-surface"),
  text(
    "labels in the details, and a button that waits",
    "--recourse-ink-quiet",
    "--recourse-surface-quiet",
  ),
  text("the primary button", "--recourse-on-action", "--recourse-action"),
  text("the primary button under the mouse", "--recourse-on-action", {
    mix: "--recourse-action",
    share: 0.86,
    into: "--recourse-surface",
  }),
  ...tones.flatMap((tone): ContrastPair[] => {
    const loud: ColorToken = `--recourse-${tone}`;
    const quiet: ColorToken = `--recourse-${tone}-quiet`;
    const inlineWords: Paint = { mix: "--recourse-ink", share: 0.82, into: loud };
    return [
      text(`the count of ${tone}`, loud, quiet),
      text(`titles on an inline card of ${tone}`, "--recourse-ink", quiet),
      text(`what to do next, on an inline card of ${tone}`, inlineWords, quiet),
      text(
        `a quiet button under the mouse, on an inline card of ${tone}`,
        inlineWords,
        "--recourse-surface-quiet",
      ),
      sign(`the icon of ${tone} on a card`, loud, "--recourse-surface"),
      sign(`the focus ring on an inline card of ${tone}`, "--recourse-focus", quiet),
    ];
  }),
  sign("the focus ring on a card", "--recourse-focus", "--recourse-surface"),
  sign("the focus ring in the details", "--recourse-focus", "--recourse-surface-quiet"),
];

function text(what: string, front: Paint, back: Paint): ContrastPair {
  return { what, front, back, needs: 4.5 };
}

function sign(what: string, front: Paint, back: Paint): ContrastPair {
  return { what, front, back, needs: 3 };
}

export interface MeasuredPair extends ContrastPair {
  ratio: number;
}

/** All pairs, each with its ratio in the colours given. */
export function measurePairs(colorOf: (token: ColorToken) => Rgb): readonly MeasuredPair[] {
  const paint = (from: Paint) =>
    typeof from === "string"
      ? colorOf(from)
      : mixInOklab(colorOf(from.mix), from.share, colorOf(from.into));
  return contrastPairs.map((pair) => ({
    ...pair,
    ratio: contrastRatio(paint(pair.front), paint(pair.back)),
  }));
}

export function isTooClose({ ratio, needs }: MeasuredPair): boolean {
  return ratio < needs;
}

/** Whether changing the token changes the pair. */
export function involves({ front, back }: ContrastPair, token: ColorToken): boolean {
  return [front, back].some((paint) =>
    typeof paint === "string" ? paint === token : paint.mix === token || paint.into === token,
  );
}

/** `4.4:1`, never rounded up to what it does not reach. */
export function formatRatio(ratio: number): string {
  return `${(Math.floor(ratio * 10) / 10).toFixed(1)}:1`;
}

/** One sentence for a person, of a pair that is too close. */
export function tellPair({ what, ratio, needs }: MeasuredPair): string {
  const [hard, rule] = needs === 4.5 ? ["read", "text needs 4.5:1"] : ["see", "it needs 3:1"];
  return `Hard to ${hard}: ${what}, ${formatRatio(ratio)}; ${rule}.`;
}
