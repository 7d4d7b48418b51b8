/** Looks to start from. The two that match a theme file of the kit are proved to match it by `test/e2e/themes.test.ts`. */

import { type Choice, fontChoices, shadowChoices } from "./choices.ts";
import { formatLightDark } from "./parse-tokens.ts";
import { isSameTheme, type Theme, withValues } from "./theme.ts";
import { type ColorToken, colorTokens } from "./token-groups.ts";

export interface Preset {
  name: string;
  /** Who it is for. */
  note: string;
  /** What it says differently from the kit’s own look. */
  changes: Theme;
  /** The file that gives this look and follows the app’s own variables. */
  file?: string;
}

type Colors = Readonly<Record<ColorToken, readonly [light: string, dark: string]>>;

function look(
  colors: Colors,
  radii: readonly [card: string, control: string],
  ...choices: readonly Choice[]
): Theme {
  const pairs = colorTokens.map((token): readonly [string, string] => {
    const [light, dark] = colors[token];
    return [token, formatLightDark({ light, dark })];
  });
  const picked = choices.flatMap(({ values }) => Object.entries(values));
  return new Map([
    ["--recourse-radius", radii[0]],
    ["--recourse-radius-control", radii[1]],
    ...pairs,
    ...picked.flatMap(([token, value]) => (value === undefined ? [] : [[token, value] as const])),
  ]);
}

const shadcnNeutral = look(
  {
    "--recourse-surface": ["#ffffff", "#171717"],
    "--recourse-surface-quiet": ["#f5f5f5", "#262626"],
    "--recourse-ink": ["#0a0a0a", "#fafafa"],
    "--recourse-ink-quiet": ["#5c5c5c", "#b2b2b2"],
    "--recourse-line": ["#e5e5e5", "#2e2e2e"],
    "--recourse-line-strong": ["#e5e5e5", "#3a3a3a"],
    "--recourse-danger": ["#bf0312", "#ff807e"],
    "--recourse-danger-quiet": ["#fdeeec", "#382726"],
    "--recourse-warning": ["#8c4100", "#fac25b"],
    "--recourse-warning-quiet": ["#fff4dd", "#352f23"],
    "--recourse-info": ["#134ab6", "#84bbff"],
    "--recourse-info-quiet": ["#ebf1fa", "#272e37"],
    "--recourse-action": ["#171717", "#e5e5e5"],
    "--recourse-on-action": ["#fafafa", "#171717"],
    "--recourse-focus": ["#5e5e5e", "#a7a7a7"],
  },
  ["0.875rem", "0.5rem"],
);

const tailwindZinc = look(
  {
    "--recourse-surface": ["#ffffff", "#18181b"],
    "--recourse-surface-quiet": ["#f4f4f5", "#27272a"],
    "--recourse-ink": ["#09090b", "#fafafa"],
    "--recourse-ink-quiet": ["#52525c", "#9f9fa9"],
    "--recourse-line": ["#e4e4e7", "#27272a"],
    "--recourse-line-strong": ["#d4d4d8", "#3f3f47"],
    "--recourse-danger": ["#c10007", "#ff6467"],
    "--recourse-danger-quiet": ["#fef2f2", "#352325"],
    "--recourse-warning": ["#973c00", "#ffb900"],
    "--recourse-warning-quiet": ["#fffbeb", "#332c21"],
    "--recourse-info": ["#1447e6", "#50a2ff"],
    "--recourse-info-quiet": ["#eff6ff", "#212937"],
    "--recourse-action": ["#18181b", "#f4f4f5"],
    "--recourse-on-action": ["#ffffff", "#18181b"],
    "--recourse-focus": ["#155dfc", "#50a2ff"],
  },
  ["0.75rem", "0.375rem"],
  shadowChoices.crisp,
);

const clay = look(
  {
    "--recourse-surface": ["#fffcf7", "#211c18"],
    "--recourse-surface-quiet": ["#f6efe4", "#2f2822"],
    "--recourse-ink": ["#2b211a", "#f6efe6"],
    "--recourse-ink-quiet": ["#6a5a4c", "#c2b3a3"],
    "--recourse-line": ["#eadfce", "#3d342c"],
    "--recourse-line-strong": ["#d3c2a9", "#5a4d42"],
    "--recourse-danger": ["#a8321f", "#ff9e86"],
    "--recourse-danger-quiet": ["#fbe9e1", "#402019"],
    "--recourse-warning": ["#7d4b00", "#f2c063"],
    "--recourse-warning-quiet": ["#fbeecf", "#3a2b12"],
    "--recourse-info": ["#1f5a73", "#8fcbe0"],
    "--recourse-info-quiet": ["#e3f0f2", "#1a3038"],
    "--recourse-action": ["#a63f1b", "#f0895c"],
    "--recourse-on-action": ["#ffffff", "#2a120a"],
    "--recourse-focus": ["#a63f1b", "#f3a27d"],
  },
  ["1.5rem", "1.25rem"],
  fontChoices.round,
  shadowChoices.deep,
);

const highContrast = look(
  {
    "--recourse-surface": ["#ffffff", "#000000"],
    "--recourse-surface-quiet": ["#ececec", "#1f1f1f"],
    "--recourse-ink": ["#000000", "#ffffff"],
    "--recourse-ink-quiet": ["#2b2b2b", "#e0e0e0"],
    "--recourse-line": ["#6b6b6b", "#8c8c8c"],
    "--recourse-line-strong": ["#000000", "#ffffff"],
    "--recourse-danger": ["#8f0000", "#ffb3ab"],
    "--recourse-danger-quiet": ["#ffeceb", "#3a0000"],
    "--recourse-warning": ["#5c3700", "#ffd75e"],
    "--recourse-warning-quiet": ["#fff2cc", "#2e2200"],
    "--recourse-info": ["#002f9c", "#b5ceff"],
    "--recourse-info-quiet": ["#e6eeff", "#00164d"],
    "--recourse-action": ["#000000", "#ffffff"],
    "--recourse-on-action": ["#ffffff", "#000000"],
    "--recourse-focus": ["#0037d6", "#ffe500"],
  },
  ["0.25rem", "0.125rem"],
  shadowChoices.none,
);

export const presets: readonly Preset[] = [
  { name: "Default", note: "The kit’s own", changes: new Map() },
  {
    name: "shadcn neutral",
    note: "For shadcn/ui",
    changes: shadcnNeutral,
    file: "react-recourse/themes/shadcn.css",
  },
  {
    name: "Tailwind zinc",
    note: "For Tailwind 4",
    changes: tailwindZinc,
    file: "react-recourse/themes/tailwind.css",
  },
  { name: "Clay", note: "Warm and round", changes: clay },
  { name: "High contrast", note: "Text from 7:1", changes: highContrast },
];

/** @throws Error where there is none of that name */
export function findPreset(name: string): Preset {
  const preset = presets.find((other) => other.name === name);
  if (!preset) throw new Error(`there must be a preset ${name}`);
  return preset;
}

/** The one that the theme is, as long as nothing in it was changed. */
export function presetOf(theme: Theme, defaults: Theme): Preset | undefined {
  return presets.find(({ changes }) => isSameTheme(withValues(defaults, changes), theme));
}
