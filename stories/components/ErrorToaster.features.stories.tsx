import { useRef, useState } from "react";
import { createErrorToasts, ErrorToaster, en, toastError } from "react-recourse";
import { expect, screen, waitFor, within } from "storybook/test";
import preview from "../../.storybook/preview.tsx";
import { Anatomy, type AnatomyPart } from "../docs/Anatomy.tsx";
import { seeNumbers } from "../docs/see-numbers.ts";
import { ToastsInFlow } from "../docs/ToastsInFlow.tsx";
import { ToastWindow } from "../docs/ToastWindow.tsx";
import { goToToasts, press, pressKeys, tabTo } from "../keyboard.ts";
import { sampleError, sampleOfKind } from "../sample-error.ts";
import "../docs/page.css";

const meta = preview.meta({ title: "Components/ErrorToaster", component: ErrorToaster });

/** A failure of its own each time, as the API would give it. */
const savingFailed = () =>
  sampleError("GENERIC_ERROR", { requestId: `req_01J2K8Q4ZD7X3M5V9B${Date.now() % 1_000_000}` });

/** It fades in, and is not seen before. */
async function seeToast(part: Pick<typeof screen, "findByRole"> = screen): Promise<HTMLElement> {
  const toast = await part.findByRole("dialog", {
    name: (name) => name.startsWith(en.entries.GENERIC_ERROR.title),
  });
  await waitFor(() => expect(toast).toBeVisible());
  // Nor is what has no room a toast: a letter a line.
  await expect(toast.offsetWidth).toBeGreaterThan(200);
  return toast;
}

const parts: readonly AnatomyPart[] = [
  {
    name: "The rest",
    what: "Counts the toasts that have no room.",
    at: ".recourse-more",
  },
  {
    name: "Older toasts",
    what: "At most three show at a time.",
    at: ".recourse-toast:nth-child(2)",
  },
  {
    name: "The newest",
    what: "Nearest to the corner, and the first that Tab goes to.",
    at: ".recourse-toast:first-child",
  },
];

const retry = () => {};

/** Four that stand behind the newest. */
const older = (["badRequest", "unprocessable", "timeout", "invalidResponse"] as const).map((kind) =>
  sampleOfKind(kind, { requestId: undefined }),
);
const newest = (times: number) =>
  Array.from({ length: times }, (_, index) =>
    sampleError("GENERIC_ERROR", { requestId: `req_01J2K8Q4ZD7X3M5V9B${index + 1}` }),
  );

/** A stack of toasts. What one of them is made of is told on the page of `ErrorToast`. */
export const Parts = meta.story({
  name: "Anatomy",
  render: () => (
    <Anatomy parts={parts}>
      <ToastsInFlow name="Anatomy" errors={[...older, ...newest(1)]} />
    </Anatomy>
  ),
  play: seeNumbers,
});

function Agent() {
  const [toasts] = useState(() => {
    const own = createErrorToasts();
    own.add(savingFailed(), retry);
    return own;
  });
  return (
    <ToastWindow toasts={toasts} label="Problems with the agent">
      <h3>Returns desk</h3>
      <p>Answers what customers ask about returns.</p>
      <button
        type="button"
        className="docs-button"
        onClick={() => toasts.add(savingFailed(), retry)}
      >
        Save the agent
      </button>
    </ToastWindow>
  );
}

/** It has failed once already. Save again: the toast is counted, and its id is the newest. */
export const RaisedByAButton = meta.story({
  name: "Raised by a button",
  render: () => <Agent />,
  play: async ({ canvas }) => {
    const save = canvas.getByRole("button", { name: "Save the agent" });
    const toast = await seeToast();
    await press(save);
    await expect(await within(toast).findByText("×2")).toBeVisible();
    await goToToasts();
    await pressKeys("{Tab}");
    await expect(toast).toHaveFocus();
    await pressKeys("{Escape}");
    await waitFor(() => expect(canvas.queryByRole("dialog")).toBeNull());
    await waitFor(() => expect(save).toHaveFocus());
  },
});

function Stack() {
  const [toasts] = useState(() => {
    const own = createErrorToasts();
    for (const error of older) own.add(error);
    for (const error of newest(20)) own.add(error, retry);
    return own;
  });
  return (
    <div className="toast-stack">
      <ToastWindow toasts={toasts} label="Problems, stacked" />
    </div>
  );
}

/** The newest is nearest to the corner. At most three show; the rest come as there is room, and are counted until then. */
export const Stacked = meta.story({
  render: () => <Stack />,
  play: async ({ canvas }) => {
    await waitFor(() => expect(canvas.getByText("2 more")).toBeVisible());
    const [newest] = canvas.getAllByRole("dialog");
    await expect(newest).toHaveTextContent("×20");
    await goToToasts();
    await pressKeys("{Tab}");
    await expect(newest).toHaveFocus();
    await pressKeys("{Escape}");
    await expect(await canvas.findByText("1 more")).toBeVisible();
    await expect(canvas.getAllByRole("dialog")[0]).toHaveFocus();
  },
});

function Early() {
  const [toasts] = useState(() => createErrorToasts());
  const [isMounted, setMounted] = useState(false);
  return (
    <div className="docs-page">
      <p>There is no toaster on this page yet.</p>
      <button type="button" className="docs-button" onClick={() => toasts.add(savingFailed())}>
        Fail
      </button>
      <button type="button" className="docs-button" onClick={() => setMounted(true)}>
        Mount the toaster
      </button>
      {isMounted && <ToastWindow toasts={toasts} label="Early problems" />}
    </div>
  );
}

/** What fails before there is a toaster waits for one, and is shown and read out as soon as it is there. */
export const RaisedBeforeItMounts = meta.story({
  name: "Raised before it mounts",
  render: () => <Early />,
  play: async ({ canvas, canvasElement }) => {
    await press(canvas.getByRole("button", { name: "Fail" }));
    await expect(canvas.queryByRole("dialog")).toBeNull();
    await press(canvas.getByRole("button", { name: "Mount the toaster" }));
    await seeToast();
    const announcer = canvasElement.ownerDocument.querySelector("[aria-live=assertive]");
    await waitFor(() => expect(announcer).toHaveTextContent(en.entries.GENERIC_ERROR.fix));
  },
});

function Editor() {
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <div className="docs-page">
      <button type="button" className="docs-button" onClick={() => dialog.current?.showModal()}>
        Edit the agent
      </button>
      <dialog ref={dialog} aria-label="Edit the agent">
        <div className="docs-page">
          <p>All of the page but this dialog is inert now.</p>
          <button type="button" className="docs-button" onClick={() => toastError(savingFailed())}>
            Save
          </button>
          <button type="button" className="docs-button" onClick={() => dialog.current?.close()}>
            Close
          </button>
        </div>
      </dialog>
      <ErrorToaster />
    </div>
  );
}

/**
 * A modal dialog makes everything outside of it inert. The toaster goes into it, where its toasts can be read and
 * pressed, and back to the page when it closes.
 */
export const OverAModalDialog = meta.story({
  name: "Over a modal dialog",
  render: () => <Editor />,
  play: async ({ canvas }) => {
    await press(canvas.getByRole("button", { name: "Edit the agent" }));
    const dialog = within(await screen.findByRole("dialog", { name: "Edit the agent" }));
    await press(dialog.getByRole("button", { name: "Save" }));
    const inside = await seeToast(dialog);
    await goToToasts();
    await press(within(inside).getByRole("button", { name: "Copy" }));
    await expect(await within(inside).findByRole("button", { name: "Copied" })).toBeVisible();

    await press(dialog.getByRole("button", { name: "Close" }));
    await waitFor(() =>
      expect(screen.queryByRole("dialog", { name: "Edit the agent" })).toBeNull(),
    );
    const outside = await seeToast();
    await expect(outside.closest("dialog")).toBeNull();
    await tabTo(outside);
    await pressKeys("{Escape}");
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  },
});
