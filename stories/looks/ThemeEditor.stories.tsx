import { failing } from "react-recourse/msw";
import { expect, waitFor } from "storybook/test";
import preview from "../../.storybook/preview.tsx";
import { choose, press, walkByKeyboard, write } from "../keyboard.ts";
import { defaultTheme } from "./default-theme.ts";
import { parseTokens } from "./parse-tokens.ts";
import { differencesIn, pasteIntoApp } from "./pasted-app.ts";
import { findPreset } from "./presets.ts";
import { ThemeEditor } from "./ThemeEditor.tsx";
import { schemes, withValues } from "./theme.ts";

const meta = preview.meta({
  title: "Looks/Theme editor",
  component: ThemeEditor,
  parameters: {
    layout: "fullscreen",
    controls: { disable: true },
    // The same cards stand in both panes, to be compared. The panes are landmarks of their own, named light and dark.
    a11y: { config: { rules: [{ id: "landmark-unique", enabled: false }] } },
  },
  beforeEach({ msw }) {
    msw.use(failing("GET /v1/sessions", 502));
  },
});

export const Default = meta.story({
  name: "Theme editor",
  play: async ({ canvas }) => {
    await walkByKeyboard();
    // The walk has scrolled; people begin at the top.
    canvas.getByRole("form", { name: "Tokens" }).scrollTop = 0;
    window.scrollTo(0, 0);
  },
});

/** Colors that are too close are told beside each field that can mend it, and counted above. */
export const TooClose = meta.story({
  // What cannot be read is there on purpose; all around it can.
  parameters: { a11y: { context: { exclude: [".looks-pane"] } } },
  play: async ({ canvas }) => {
    await write(canvas.getByRole("textbox", { name: "Quiet ink, light" }), "#9a9ca6");
    await write(canvas.getByRole("textbox", { name: "Focus ring, dark" }), "#33353c");

    const told = "Hard to read: what to do next, on a card, 2.7:1; text needs 4.5:1.";
    await expect(await canvas.findAllByText(told, { exact: false })).not.toHaveLength(0);
    await expect(
      canvas.getAllByText("Hard to see: the focus ring", { exact: false }),
    ).not.toHaveLength(0);
    await expect(canvas.getByText("7 of 52 pairs of colors are too close")).toBeVisible();
  },
});

/** What is no color yet changes nothing. */
export const NoColor = meta.story({
  play: async ({ canvas }) => {
    const field = canvas.getByRole("textbox", { name: "Ink, light" });
    await write(field, "#17z");

    await expect(field).toBeInvalid();
    await expect(field).toHaveAccessibleDescription(/^Write it as #rrggbb/);
    await expect(canvas.getByRole("radio", { name: /^Default/ })).toBeChecked();
  },
});

/** What is copied gives an app the look that was seen, and holds only what differs. */
export const CopiesTheLook = meta.story({
  play: async ({ canvas, canvasElement }) => {
    await choose(canvas.getByRole("radio", { name: /^Clay/ }));
    await write(canvas.getByRole("textbox", { name: "Action, light" }), "#14532d");
    await press(canvas.getByRole("button", { name: "Copy CSS" }));
    await canvas.findByRole("button", { name: "Copied" });
    const css = await navigator.clipboard.readText();

    await expect(withValues(defaultTheme, parseTokens(css))).toEqual(
      withValues(withValues(defaultTheme, findPreset("Clay").changes), [
        ["--recourse-action", "light-dark(#14532d, #f0895c)"],
      ]),
    );
    await expectSameLooks(css, canvasElement);

    await press(canvas.getByRole("button", { name: "Reset" }));
    await expect(canvas.getByRole("radio", { name: /^Default/ })).toBeChecked();
    await expect(canvas.getByText(/there is nothing to paste/)).toBeVisible();
    await expectSameLooks("", canvasElement);
  },
});

async function expectSameLooks(css: string, editor: HTMLElement): Promise<void> {
  const app = pasteIntoApp(css, editor);
  try {
    await expect(app.contentDocument?.querySelectorAll(".recourse-button").length).toBeGreaterThan(
      20,
    );
    // Colors fade from look to look.
    for (const scheme of schemes)
      await waitFor(() => expect(differencesIn(app, editor, scheme)).toEqual([]));
  } finally {
    app.remove();
  }
}
