/** What the editor offers where values are picked from a list. */

import { readToken, type Theme } from "./theme.ts";

export interface Choice {
  label: string;
  /** By token. Undefined: what the kit has itself. */
  values: Readonly<Record<string, string | undefined>>;
}

export function valuesOf({ values }: Choice, defaults: Theme): readonly [string, string][] {
  return Object.entries(values).map(([name, value]) => [name, value ?? readToken(defaults, name)]);
}

function font(label: string, family?: string): Choice {
  return { label, values: { "--recourse-font": family } };
}

export const fontChoices = {
  inherit: font("The page’s own"),
  system: font("System", 'system-ui, "Segoe UI", sans-serif'),
  round: font(
    "Rounded",
    'ui-rounded, "SF Pro Rounded", Quicksand, Nunito, "Arial Rounded MT Bold", sans-serif',
  ),
  humanist: font(
    "Humanist",
    'Seravek, "Gill Sans Nova", Ubuntu, Calibri, "DejaVu Sans", sans-serif',
  ),
  serif: font(
    "Serif",
    'Charter, "Bitstream Charter", "Sitka Text", Cambria, "DejaVu Serif", serif',
  ),
} as const;

function monoFont(label: string, family?: string): Choice {
  return { label, values: { "--recourse-font-mono": family } };
}

export const monoFontChoices = {
  system: monoFont("System"),
  code: monoFont(
    "Code",
    '"JetBrains Mono", "Fira Code", "Source Code Pro", ui-monospace, monospace',
  ),
  typewriter: monoFont("Typewriter", '"Courier Prime", "Nimbus Mono PS", "Courier New", monospace'),
} as const;

function shadow(label: string, card?: string, toast?: string): Choice {
  return { label, values: { "--recourse-shadow": card, "--recourse-shadow-raised": toast } };
}

export const shadowChoices = {
  soft: shadow("Soft"),
  none: shadow("None", "none", "none"),
  /** Tailwind's `--shadow-xs` and `--shadow-xl`. */
  crisp: shadow(
    "Crisp",
    "0 1px 2px 0 rgb(0 0 0 / 5%)",
    "0 20px 25px -5px rgb(0 0 0 / 10%), 0 8px 10px -6px rgb(0 0 0 / 10%)",
  ),
  deep: shadow(
    "Deep",
    "0 2px 4px light-dark(rgb(20 22 30 / 5%), rgb(0 0 0 / 30%)), 0 12px 28px -12px light-dark(rgb(20 22 30 / 18%), rgb(0 0 0 / 60%))",
    "0 2px 6px light-dark(rgb(20 22 30 / 8%), rgb(0 0 0 / 40%)), 0 24px 56px -16px light-dark(rgb(20 22 30 / 32%), rgb(0 0 0 / 75%))",
  ),
} as const;
