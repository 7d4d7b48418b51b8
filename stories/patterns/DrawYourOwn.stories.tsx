import { useState } from "react";
import { createErrorToasts, ErrorBoundary, en, toastError, useErrorBoundary } from "react-recourse";
import { expect, fn, screen, waitFor, within } from "storybook/test";
import preview from "../../.storybook/preview.tsx";
import { ToastWindow } from "../docs/ToastWindow.tsx";
import { goToToasts, press, pressKeys } from "../keyboard.ts";
import { sampleError, sampleOfKind } from "../sample-error.ts";
import { ErrorLogList } from "./ErrorLogList.tsx";
import { OwnCard } from "./OwnCard.tsx";
import { OwnToast } from "./OwnToast.tsx";
import "../docs/page.css";

const meta = preview.meta({
  title: "Patterns/Draw your own",
  component: OwnCard,
  args: { error: sampleError("MESSAGES_HISTORY_ERROR"), onRetry: fn() },
});

/** `useErrorGuidance` for the words and the way out, `useCopy` for the id. All that is seen is the app’s. */
export const ACardOfYourOwn = meta.story({
  name: "A card of your own",
  play: async ({ canvas, args }) => {
    await expect(
      canvas.getByRole("heading", { name: en.entries.MESSAGES_HISTORY_ERROR.title }),
    ).toBeVisible();
    await press(canvas.getByRole("button", { name: /^Copy/ }));
    await expect(await canvas.findByRole("button", { name: /^Copied/ })).toHaveFocus();
    await press(canvas.getByRole("button", { name: "Try again" }));
    await expect(args.onRetry).toHaveBeenCalledTimes(1);
  },
});

function OwnToasts() {
  const [toasts] = useState(() => {
    const own = createErrorToasts();
    own.add(sampleError("SESSION_EXPIRED"));
    own.add(sampleOfKind("unavailable"), () => {});
    return own;
  });
  return (
    <ToastWindow
      toasts={toasts}
      label="Problems in a look of their own"
      draw={(props) => <OwnToast {...props} />}
    />
  );
}

/** `ErrorToaster` takes a function that draws a toast. F6, Escape, the count and the announcements stay as they are. */
export const AToastOfYourOwn = meta.story({
  name: "A toast of your own",
  render: () => <OwnToasts />,
  play: async ({ canvas }) => {
    const toast = await canvas.findByRole("dialog", { name: en.entries.unavailable.title });
    await goToToasts();
    await press(within(toast).getByRole("button", { name: "Try again" }));
    await waitFor(() => expect(canvas.getAllByRole("dialog")).toHaveLength(1));
  },
});

/** `toastError` shows anything that was thrown as a toast, from anywhere: also from code that React knows nothing of. */
export const FromAnywhere = meta.story({
  name: "A toast from anywhere",
  render: () => (
    <ToastWindow label="Problems from anywhere">
      <h3>Export</h3>
      <button
        type="button"
        className="docs-button"
        onClick={() => toastError(sampleOfKind("timeout"), { retry: () => {} })}
      >
        Export as CSV
      </button>
    </ToastWindow>
  ),
  play: async ({ canvas }) => {
    await press(canvas.getByRole("button", { name: "Export as CSV" }));
    const toast = await screen.findByRole("dialog", { name: en.entries.timeout.title });
    await waitFor(() => expect(toast).toBeVisible());
    await goToToasts();
    await press(within(toast).getByRole("button", { name: "Try again" }));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  },
});

function Inbox() {
  const [toasts] = useState(() => {
    const own = createErrorToasts();
    own.add(sampleError("MODELS_NOT_FOUND"));
    own.add(sampleError("GENERIC_ERROR", { requestId: "req_01J2K8Q4ZD7X3M5V9B1" }));
    own.add(sampleError("GENERIC_ERROR"));
    own.clear();
    own.add(sampleError("SESSION_EXPIRED"));
    return own;
  });
  return (
    <ToastWindow toasts={toasts} label="Problems in the log">
      <h3>What failed lately</h3>
      <ErrorLogList toasts={toasts} />
    </ToastWindow>
  );
}

/** `useErrorLog` keeps the last 50 failures that became toasts, for people who dismissed one too early. */
export const TheErrorLog = meta.story({
  name: "The error log",
  render: () => <Inbox />,
  play: async ({ canvas }) => {
    const list = await canvas.findByRole("list", { name: "What failed lately" });
    const lines = () =>
      within(list)
        .getAllByRole("listitem")
        .map((line) => line.textContent);
    const before = lines();
    await expect(before.map((line) => line?.split("req_")[0])).toEqual([
      "SESSION_EXPIRED",
      "GENERIC_ERROR ×2",
      "MODELS_NOT_FOUND",
    ]);
    await goToToasts();
    await pressKeys("{Tab}{Escape}");
    await waitFor(() => expect(canvas.queryByRole("dialog")).toBeNull());
    await expect(lines()).toEqual(before);
    await press(canvas.getByRole("button", { name: "Clear" }));
    await expect(await canvas.findByText("Nothing has failed.")).toBeVisible();
  },
});

function Uploading() {
  const { showBoundary } = useErrorBoundary();
  return (
    <button
      type="button"
      className="docs-button"
      onClick={() => Promise.reject(sampleOfKind("network")).catch(showBoundary)}
    >
      Upload
    </button>
  );
}

/** `useErrorBoundary().showBoundary` hands a failure of any promise or handler to the boundary above, with its own card. */
export const HandedToABoundary = meta.story({
  name: "Handed to a boundary",
  render: () => (
    <div className="docs-page">
      <ErrorBoundary
        fallbackRender={({ error, resetErrorBoundary }) => (
          <OwnCard error={error} onRetry={resetErrorBoundary} />
        )}
      >
        <Uploading />
      </ErrorBoundary>
    </div>
  ),
  play: async ({ canvas }) => {
    await press(canvas.getByRole("button", { name: "Upload" }));
    await expect(
      await canvas.findByRole("heading", { name: en.entries.network.title }),
    ).toHaveFocus();
    await press(await canvas.findByRole("button", { name: "Try again" }));
    await expect(await canvas.findByRole("button", { name: "Upload" })).toBeVisible();
  },
});
