import { ErrorToaster, errorToasts, toastError } from "react-recourse";
import { expect, screen, waitFor } from "storybook/test";
import preview from "../../.storybook/preview.tsx";
import { goToToasts, press, pressKeys, walkByKeyboard } from "../keyboard.ts";
import { sampleError, sampleOfKind } from "../sample-error.ts";
import "../docs/page.css";

const meta = preview.meta({
  title: "Components/ErrorToaster",
  component: ErrorToaster,
  parameters: { layout: "fullscreen" },
});

/** Raised before the toaster was there, and shown all the same. */
export const Default = meta.story({
  beforeEach: () => toastError(sampleError("SESSION_EXPIRED")),
  play: async () => {
    await expect(await screen.findByRole("dialog")).toHaveTextContent("This session has expired");
    await walkByKeyboard();
  },
});

export const WithRetry = meta.story({
  beforeEach: () => toastError(sampleOfKind("unavailable"), { retry: () => {} }),
  play: async () => {
    await press(await screen.findByRole("button", { name: "Try again" }));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  },
});

/** The same failure, over and over, is one toast with the newest id. */
export const TwentyEqualErrors = meta.story({
  beforeEach() {
    for (let number = 1; number <= 20; number += 1)
      toastError(sampleError("GENERIC_ERROR", { requestId: `req_01J2K8Q4ZD7X3M5V9B${number}` }));
  },
  play: async () => {
    await waitFor(() => expect(screen.getByText("×20")).toBeVisible());
    await expect(screen.getByText("req_01J2K8Q4ZD7X3M5V9B20", { selector: "code" })).toBeVisible();
    await expect(screen.getAllByRole("dialog")).toHaveLength(1);
    await walkByKeyboard();
  },
});

/** At most three at a time. Escape makes room for the next of the others, and the focus stays among the toasts. */
export const FiveDifferentErrors = meta.story({
  beforeEach() {
    toastError(sampleError("MODELS_NOT_FOUND"));
    toastError(sampleError("TOOLS_NOT_FOUND"));
    toastError(sampleError("UNAUTHORIZED"));
    toastError(sampleOfKind("forbidden"));
    toastError(sampleOfKind("network"));
  },
  play: async () => {
    await expect(await screen.findAllByRole("dialog")).toHaveLength(3);
    await goToToasts();
    await pressKeys("{Tab}{Escape}");
    await screen.findByText("1 more");
    await expect(screen.getAllByRole("dialog")).toHaveLength(3);
    await expect(screen.getAllByRole("dialog")).toContain(document.activeElement);
  },
});

/** Escape dismisses the toast that has the focus. */
export const DismissedByKeyboard = meta.story({
  render: (args) => (
    <div className="wide-page docs-page">
      <button
        type="button"
        className="docs-button"
        onClick={() => toastError(sampleError("CONFIG_NOT_FOUND"))}
      >
        Save the agent
      </button>
      <ErrorToaster {...args} />
    </div>
  ),
  play: async ({ canvas }) => {
    const button = canvas.getByRole("button", { name: "Save the agent" });
    await press(button);
    await screen.findByRole("dialog");
    await goToToasts();
    await pressKeys("{Tab}{Escape}");
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    await waitFor(() => expect(button).toHaveFocus());
    await expect(errorToasts.open()).toHaveLength(0);
  },
});
