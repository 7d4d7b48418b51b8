/** What each of the kit's custom properties is for, in the groups that the page of tokens shows. */

export interface TokenGroup {
  title: string;
  /** What a value looks like. A switch has none. */
  kind: "color" | "corner" | "shadow" | "font" | "switch";
  /** Meanings by name. They may have `backticks`. */
  tokens: Readonly<Record<string, string>>;
}

export const tokenGroups: readonly TokenGroup[] = [
  {
    title: "Surface and ink",
    kind: "color",
    tokens: {
      "--recourse-surface": "Behind cards, toasts and secondary buttons.",
      "--recourse-surface-quiet":
        "Behind the details for support, and behind a button that is hovered or waits.",
      "--recourse-ink": "Titles, request ids and buttons.",
      "--recourse-ink-quiet": "Fixes (what to do now), labels and details for support.",
    },
  },
  {
    title: "Lines",
    kind: "color",
    tokens: {
      "--recourse-line": "Around cards and toasts, and above the request id.",
      "--recourse-line-strong": "Around secondary buttons.",
    },
  },
  {
    title: "Tones",
    kind: "color",
    tokens: {
      "--recourse-danger": "Icon and count of a failure that the person cannot put right.",
      "--recourse-danger-quiet": "Behind that icon, and behind an inline card.",
      "--recourse-warning": "Icon and count of a failure that the person can put right.",
      "--recourse-warning-quiet": "Behind that icon, and behind an inline card.",
      "--recourse-info":
        "Icon and count of a failure that passes by itself, in a catalog of your own.",
      "--recourse-info-quiet": "Behind that icon, and behind an inline card.",
    },
  },
  {
    title: "Action",
    kind: "color",
    tokens: {
      "--recourse-action": "Behind the primary button’s words.",
      "--recourse-on-action": "The primary button’s words.",
      "--recourse-focus": "The outline around the element with the keyboard’s focus.",
    },
  },
  {
    title: "Shape",
    kind: "corner",
    tokens: {
      "--recourse-radius":
        "Of cards and toasts. Inline cards and one-line notices are 0.25rem less round.",
      "--recourse-radius-control": "Of buttons, and of the box around the details.",
    },
  },
  {
    title: "Shadows",
    kind: "shadow",
    tokens: {
      "--recourse-shadow": "Under cards in a page’s flow.",
      "--recourse-shadow-raised": "Under toasts, which lie above the page.",
    },
  },
  {
    title: "Type",
    kind: "font",
    tokens: {
      "--recourse-font": "Of all text. Default: the page’s own font.",
      "--recourse-font-mono": "Of request ids and of the values in the details.",
    },
  },
  {
    title: "Scheme",
    kind: "switch",
    tokens: {
      "--recourse-scheme":
        "`light` or `dark`, for everything inside. `.light`, `.dark` and `[data-theme]` set it; set it yourself if your app marks dark in another way. Without it, components follow the page’s `color-scheme`.",
    },
  },
];

/** Those that are a colour, or a pair of them by `light-dark()`. */
export const colorTokens: readonly string[] = tokenGroups
  .filter(({ kind }) => kind === "color")
  .flatMap(({ tokens }) => Object.keys(tokens));
