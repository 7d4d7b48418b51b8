/** What each of the kit's custom properties is for, in the groups that the page of tokens shows. */

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
        meaning: "Behind cards, toasts and secondary buttons.",
      },
      {
        name: "--recourse-surface-quiet",
        meaning: "Behind the details for support, a button under the mouse and one that waits.",
      },
      { name: "--recourse-ink", meaning: "Titles, request ids and buttons." },
      {
        name: "--recourse-ink-quiet",
        meaning: "What to do next, labels, and the line that support asks for.",
      },
    ],
  },
  {
    title: "Lines",
    tokens: [
      {
        name: "--recourse-line",
        meaning: "Around cards and toasts, and above the request id.",
      },
      {
        name: "--recourse-line-strong",
        meaning: "Around secondary buttons.",
      },
    ],
  },
  {
    title: "Tones",
    tokens: [
      {
        name: "--recourse-danger",
        meaning: "Icon and count of what failed on the server’s side.",
      },
      {
        name: "--recourse-danger-quiet",
        meaning: "Behind that icon, and behind an inline card.",
      },
      {
        name: "--recourse-warning",
        meaning: "Icon and count of what the person can put right.",
      },
      {
        name: "--recourse-warning-quiet",
        meaning: "Behind that icon, and behind an inline card.",
      },
      {
        name: "--recourse-info",
        meaning: "Icon and count of what passes by itself, in a catalog of your own.",
      },
      {
        name: "--recourse-info-quiet",
        meaning: "Behind that icon, and behind an inline card.",
      },
    ],
  },
  {
    title: "Action",
    tokens: [
      { name: "--recourse-action", meaning: "Behind the primary button’s words." },
      {
        name: "--recourse-on-action",
        meaning: "The primary button’s words.",
      },
      {
        name: "--recourse-focus",
        meaning: "Around what has the keyboard’s focus.",
      },
    ],
  },
];

export const radiusTokens = [
  {
    name: "--recourse-radius",
    meaning: "Of cards and toasts. Inline cards and one-line notices are 0.25rem less round.",
  },
  {
    name: "--recourse-radius-control",
    meaning: "Of buttons, and of the box around the details.",
  },
] as const satisfies readonly TokenNote[];

export const shadowTokens = [
  { name: "--recourse-shadow", meaning: "Under cards in a page’s flow." },
  {
    name: "--recourse-shadow-raised",
    meaning: "Under toasts, which lie above the page.",
  },
] as const satisfies readonly TokenNote[];

export const fontTokens = [
  {
    name: "--recourse-font",
    meaning: "Of all words. It inherits the page’s unless you say otherwise.",
  },
  {
    name: "--recourse-font-mono",
    meaning: "Of request ids and of what the details hold.",
  },
] as const satisfies readonly TokenNote[];

/** Not set on `:root` but by whatever decides on light or dark; no value means that the page’s `color-scheme` counts. */
export const schemeToken = {
  name: "--recourse-scheme",
  meaning:
    "`light` or `dark`, for everything below. `.light`, `.dark` and `[data-theme]` set it; set it yourself where your app says it differently. Without it the kit follows the page’s `color-scheme`.",
} as const satisfies TokenNote;
