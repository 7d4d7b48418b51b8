import { en } from "react-recourse";
import { expect, waitFor, within } from "storybook/test";
import preview from "../../.storybook/preview.tsx";
import { goToToasts, press } from "../keyboard.ts";
import { FirstFailures } from "./FirstFailures.tsx";

const meta = preview.meta({
  title: "Introduction",
  component: FirstFailures,
  parameters: { layout: "fullscreen" },
});

/** A card where nothing could be loaded, and a toast for what failed elsewhere. */
export const TwoFailures = meta.story({
  name: "Two failures",
  play: async ({ canvas }) => {
    await press(canvas.getByRole("button", { name: "Rate this answer" }));
    const toast = await canvas.findByRole("dialog", { name: en.entries.GENERIC_ERROR.title });
    await waitFor(() => expect(toast).toBeVisible());
    await goToToasts();
    await press(within(toast).getByRole("button", { name: "Try again" }));
    await expect(await canvas.findByText("Saved. Thank you.")).toBeVisible();
    await waitFor(() => expect(canvas.queryByRole("dialog")).toBeNull());

    await press(await canvas.findByRole("button", { name: "Open a new session" }));
    await expect(await canvas.findByText(/Invoice questions/)).toBeVisible();
    await expect(
      canvas.queryByRole("heading", { name: en.entries.SESSION_EXPIRED.title }),
    ).toBeNull();
  },
});
