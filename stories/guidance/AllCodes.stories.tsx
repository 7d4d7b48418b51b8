import { documentedCodes, errorKinds } from "react-recourse/core";
import { expect } from "storybook/test";
import preview from "../../.storybook/preview.tsx";
import { walkByKeyboard } from "../keyboard.ts";
import { sampleError, sampleOfKind } from "../sample-error.ts";
import { Gallery } from "./Gallery.tsx";

const meta = preview.meta({
  title: "Guidance",
  component: Gallery,
  parameters: { layout: "fullscreen" },
  play: walkByKeyboard,
});

/** What each documented code says, as a card and as a toast. */
export const AllCodes = meta.story({
  name: "All codes",
  args: { rows: documentedCodes.map((code) => ({ name: code, error: sampleError(code) })) },
  play: async ({ canvas }) => {
    for (const code of documentedCodes)
      await expect(canvas.getByRole("heading", { name: code })).toBeVisible();
    await walkByKeyboard();
  },
});

/** What is said of a code that no catalog knows: its kind decides. */
export const AllKinds = meta.story({
  name: "All kinds",
  args: { rows: errorKinds.map((kind) => ({ name: kind, error: sampleOfKind(kind) })) },
});
