/** What each of the kit's custom properties is for, in the groups that the editor and the page of tokens show. */

export const colorTokens = [
  "--recourse-surface",
  "--recourse-surface-quiet",
  "--recourse-ink",
  "--recourse-ink-quiet",
  "--recourse-line",
  "--recourse-line-strong",
  "--recourse-danger",
  "--recourse-danger-quiet",
  "--recourse-warning",
  "--recourse-warning-quiet",
  "--recourse-info",
  "--recourse-info-quiet",
  "--recourse-action",
  "--recourse-on-action",
  "--recourse-focus",
] as const;

/** One that is a colour, or a pair of them by `light-dark()`. */
export type ColorToken = (typeof colorTokens)[number];

export interface TokenNote<Name extends string = string> {
  name: Name;
  /** A word or two. */
  label: string;
  meaning: string;
}

export interface ColorGroup {
  title: string;
  tokens: readonly TokenNote<ColorToken>[];
}

export const colorGroups: readonly ColorGroup[] = [
  {
    title: "Surface and ink",
    tokens: [
      {
        name: "--recourse-surface",
        label: "Surface",
        meaning: "Behind cards, toasts and secondary buttons.",
      },
      {
        name: "--recourse-surface-quiet",
        label: "Quiet surface",
        meaning: "Behind the details for support, a button under the mouse and one that waits.",
      },
      { name: "--recourse-ink", label: "Ink", meaning: "Titles, request ids and buttons." },
      {
        name: "--recourse-ink-quiet",
        label: "Quiet ink",
        meaning: "What to do next, labels, and the line that support asks for.",
      },
    ],
  },
  {
    title: "Lines",
    tokens: [
      {
        name: "--recourse-line",
        label: "Line",
        meaning: "Around cards and toasts, and above the request id.",
      },
      {
        name: "--recourse-line-strong",
        label: "Strong line",
        meaning: "Around secondary buttons.",
      },
    ],
  },
  {
    title: "Tones",
    tokens: [
      {
        name: "--recourse-danger",
        label: "Danger",
        meaning: "Icon and count of what failed on the server’s side.",
      },
      {
        name: "--recourse-danger-quiet",
        label: "Quiet danger",
        meaning: "Behind that icon, and behind an inline card.",
      },
      {
        name: "--recourse-warning",
        label: "Warning",
        meaning: "Icon and count of what the person can put right.",
      },
      {
        name: "--recourse-warning-quiet",
        label: "Quiet warning",
        meaning: "Behind that icon, and behind an inline card.",
      },
      {
        name: "--recourse-info",
        label: "Info",
        meaning: "Icon and count of what passes by itself, in a catalog of your own.",
      },
      {
        name: "--recourse-info-quiet",
        label: "Quiet info",
        meaning: "Behind that icon, and behind an inline card.",
      },
    ],
  },
  {
    title: "Action",
    tokens: [
      { name: "--recourse-action", label: "Action", meaning: "Behind the primary button’s words." },
      {
        name: "--recourse-on-action",
        label: "On action",
        meaning: "The primary button’s words.",
      },
      {
        name: "--recourse-focus",
        label: "Focus ring",
        meaning: "Around what has the keyboard’s focus.",
      },
    ],
  },
];

export interface RadiusNote extends TokenNote {
  maxRem: number;
}

export const radiusTokens = [
  {
    name: "--recourse-radius",
    label: "Corners",
    meaning: "Of cards and toasts. Inline cards and one-line notices are 0.25rem less round.",
    maxRem: 2,
  },
  {
    name: "--recourse-radius-control",
    label: "Button corners",
    meaning: "Of buttons, and of the box around the details.",
    maxRem: 1.375,
  },
] as const satisfies readonly RadiusNote[];

export const shadowTokens = [
  { name: "--recourse-shadow", label: "Shadow", meaning: "Under cards in a page’s flow." },
  {
    name: "--recourse-shadow-raised",
    label: "Raised shadow",
    meaning: "Under toasts, which lie above the page.",
  },
] as const satisfies readonly TokenNote[];

export const fontTokens = [
  {
    name: "--recourse-font",
    label: "Font",
    meaning: "Of all words. It inherits the page’s unless you say otherwise.",
  },
  {
    name: "--recourse-font-mono",
    label: "Monospace font",
    meaning: "Of request ids and of what the details hold.",
  },
] as const satisfies readonly TokenNote[];

/** Not set on `:root` but by whatever decides on light or dark; no value means that the page’s `color-scheme` counts. */
export const schemeToken = {
  name: "--recourse-scheme",
  label: "Scheme",
  meaning:
    "`light` or `dark`, for everything below. `.light`, `.dark` and `[data-theme]` set it; set it yourself where your app says it differently. Without it the kit follows the page’s `color-scheme`.",
} as const satisfies TokenNote;
