import { useState } from "react";
import { createErrorToasts, ErrorToaster } from "react-recourse";
import { sonnerAdapter } from "react-recourse/sonner";
import { Toaster, toast } from "sonner";
import { expect, screen, waitFor, within } from "storybook/test";
import preview from "../../.storybook/preview.tsx";
import { press } from "../keyboard.ts";
import { sampleError } from "../sample-error.ts";
import "../docs/page.css";

const meta = preview.meta({
  title: "Components/ErrorToaster",
  component: ErrorToaster,
  parameters: { layout: "fullscreen" },
});

const sonner = sonnerAdapter(toast);

/** Sonner’s own theme is light on a dark page too, unless it is told. */
function App({ theme }: { theme: "light" | "dark" }) {
  const [toasts] = useState(() => createErrorToasts());
  return (
    <main className="wide-page docs-page">
      <div className="docs-buttons">
        <button type="button" className="docs-button" onClick={() => toast("The agent was saved")}>
          Save
        </button>
        <button
          type="button"
          className="docs-button"
          onClick={() => toasts.add(sampleError("CONFIG_NOT_FOUND"))}
        >
          Run
        </button>
      </div>
      <Toaster theme={theme} />
      <ErrorToaster toasts={toasts} adapter={sonner} />
    </main>
  );
}

/** In the stack that an app has already: its own toasts and the kit's stand together, and nothing of the kit's is lost. */
export const InSonner = meta.story({
  name: "In sonner",
  render: (_args, { globals }) => <App theme={globals["theme"] === "dark" ? "dark" : "light"} />,
  play: async ({ canvas }) => {
    await press(canvas.getByRole("button", { name: "Save" }));
    const own = (await screen.findByText("The agent was saved")).closest("li");
    await press(canvas.getByRole("button", { name: "Run" }));
    const shown = await screen.findByRole("group", { name: "The agent isn’t fully set up" });
    // It fades in.
    const remedy = within(shown).getByRole("button", { name: "Complete setup" });
    await waitFor(() => expect(remedy).toBeVisible());
    // By offsets: what stands behind is drawn smaller.
    await expect(shown.offsetWidth).toBe(own?.offsetWidth);
    await expect(shown.offsetHeight).toBeLessThan(320);
    await expect(within(shown).getByRole("button", { name: "Copy" })).toBeVisible();
    await press(within(shown).getByRole("button", { name: "Dismiss" }));
    await waitFor(() => expect(screen.queryByRole("group")).toBeNull());
    await press(canvas.getByRole("button", { name: "Run" }));
    await screen.findByRole("group", { name: "The agent isn’t fully set up" });
  },
});
