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
        "Behind the details for support, a button under the mouse and one that waits.",
      "--recourse-ink": "Titles, request ids and buttons.",
      "--recourse-ink-quiet": "What to do next, labels, and the line that support asks for.",
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
      "--recourse-danger": "Icon and count of what failed on the server’s side.",
      "--recourse-danger-quiet": "Behind that icon, and behind an inline card.",
      "--recourse-warning": "Icon and count of what the person can put right.",
      "--recourse-warning-quiet": "Behind that icon, and behind an inline card.",
      "--recourse-info": "Icon and count of what passes by itself, in a catalog of your own.",
      "--recourse-info-quiet": "Behind that icon, and behind an inline card.",
    },
  },
  {
    title: "Action",
    kind: "color",
    tokens: {
      "--recourse-action": "Behind the primary button’s words.",
      "--recourse-on-action": "The primary button’s words.",
      "--recourse-focus": "Around what has the keyboard’s focus.",
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
      "--recourse-font": "Of all words. It inherits the page’s unless you say otherwise.",
      "--recourse-font-mono": "Of request ids and of what the details hold.",
    },
  },
  {
    title: "Scheme",
    kind: "switch",
    tokens: {
      "--recourse-scheme":
        "`light` or `dark`, for everything below. `.light`, `.dark` and `[data-theme]` set it; set it yourself where your app says it differently. Without it the kit follows the page’s `color-scheme`.",
    },
  },
];

/** Those that are a colour, or a pair of them by `light-dark()`. */
export const colorTokens: readonly string[] = tokenGroups
  .filter(({ kind }) => kind === "color")
  .flatMap(({ tokens }) => Object.keys(tokens));
