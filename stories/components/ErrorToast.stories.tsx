import { useId, useState } from "react";
import { createErrorToasts, ErrorToast, type ErrorToastProps } from "react-recourse";
import { expect, fn, waitFor, within } from "storybook/test";
import preview from "../../.storybook/preview.tsx";
import { Anatomy, type AnatomyPart } from "../docs/Anatomy.tsx";
import { seeNumbers } from "../docs/see-numbers.ts";
import { ToastWindow } from "../docs/ToastWindow.tsx";
import { goToToasts, press, pressKeys, walkByKeyboard } from "../keyboard.ts";
import { OwnToast } from "../patterns/OwnToast.tsx";
import { sampleError, sampleOfKind } from "../sample-error.ts";

const failed = sampleError("GENERIC_ERROR");

/** As the toaster gives them. */
const given: ErrorToastProps = {
  toast: { fingerprint: "GENERIC_ERROR", error: failed, count: 1, earlierRequestIds: [] },
  onRetry: fn(async () => {}),
  onClose: fn(),
  frameProps: {},
  titleProps: {},
  descriptionProps: {},
};

/** Named as in the stack of another library, and apart from others on a page of documentation. */
function Named(props: ErrorToastProps) {
  const [titleId, fixId] = [useId(), useId()];
  return (
    <div style={{ maxInlineSize: "27rem" }}>
      <ErrorToast
        {...props}
        frameProps={{ role: "group", "aria-labelledby": titleId, "aria-describedby": fixId }}
        titleProps={{ id: titleId }}
        descriptionProps={{ id: fixId }}
      />
    </div>
  );
}

const meta = preview.meta({
  title: "Components/ErrorToast",
  component: ErrorToast,
  args: given,
  render: (args) => <Named {...args} />,
  parameters: { controls: { disable: true } },
});

/** It stands wherever it is put: the toaster, or the stack of another library, gives it its place. */
export const Default = meta.story({
  play: async ({ canvas, args }) => {
    await press(canvas.getByRole("button", { name: "Try again" }));
    await waitFor(() => expect(args.onRetry).toHaveBeenCalledTimes(1));
    await press(canvas.getByRole("button", { name: "Dismiss" }));
    await expect(args.onClose).toHaveBeenCalledTimes(1);
  },
});

const parts: readonly AnatomyPart[] = [
  { name: "Tone", what: "As on a card.", at: ".recourse-badge" },
  {
    name: "Title and fix",
    what: "The same words as on a card.",
    at: ".recourse-title bdi",
    side: "top",
  },
  {
    name: "Count",
    what: "Says how often it has happened. Failures with one cause are one toast.",
    at: ".recourse-count",
    side: "top",
    sideBelow: "end",
  },
  {
    name: "Dismiss",
    what: "The toast stays until the person presses this button or Escape, or until the call works again.",
    at: ".recourse-dismiss",
    side: "end",
  },
  { name: "Remedy", what: "As on a card.", at: ".recourse-actions" },
  {
    name: "Request id",
    what: "The newest id. Earlier ids are in the details.",
    at: ".recourse-request-id .recourse-label",
  },
  { name: "Details for support", what: "As on a card.", at: "summary" },
];

export const Parts = meta.story({
  name: "Anatomy",
  args: {
    toast: { ...given.toast, count: 3, earlierRequestIds: ["req_01J2K8Q4ZD7X3M5V9B6N0T0009"] },
  },
  decorators: [
    (Story) => (
      <Anatomy parts={parts}>
        <Story />
      </Anatomy>
    ),
  ],
  play: seeNumbers,
});

/** Counted: the number is shown, and read as “Happened 20 times”. */
export const Counted = meta.story({
  args: { toast: { ...given.toast, count: 20 } },
  play: async ({ canvas }) => {
    const toast = canvas.getByRole("group", { name: /Happened 20 times$/ });
    await waitFor(() => expect(toast).toBeVisible());
    await walkByKeyboard();
  },
});

/** Nothing can be sent again, and no server named a request. */
export const TheLeast = meta.story({
  name: "The least there is",
  args: { toast: { ...given.toast, error: sampleOfKind("network") }, onRetry: undefined },
  play: async ({ canvas }) => {
    await expect(canvas.queryByRole("button", { name: "Try again" })).toBeNull();
    await expect(canvas.queryByText("Request ID")).toBeNull();
    await walkByKeyboard();
  },
});

function Mixed() {
  const [toasts] = useState(() => {
    const own = createErrorToasts();
    own.add(failed, () => {});
    own.add(sampleError("SESSION_EXPIRED"));
    return own;
  });
  return (
    <ToastWindow
      toasts={toasts}
      label="Problems in two looks"
      draw={(props) =>
        props.toast.error.code === "SESSION_EXPIRED" ? (
          <OwnToast {...props} />
        ) : (
          <ErrorToast {...props} />
        )
      }
    />
  );
}

/** The app draws one failure in its own way, and leaves the rest to the kit. */
export const BesideYourOwn = meta.story({
  name: "Beside one of your own",
  render: () => <Mixed />,
  play: async ({ canvas }) => {
    const toasts = await canvas.findAllByRole("dialog");
    const copies = (toast: HTMLElement) =>
      within(toast).queryAllByRole("button", { name: "Copy", hidden: true });
    await expect(toasts.map((toast) => copies(toast).length)).toEqual([0, 1]);
    await goToToasts();
    await pressKeys("{Tab}{Escape}");
    await waitFor(() => expect(canvas.getAllByRole("dialog")).toHaveLength(1));
    await expect(canvas.getByRole("dialog")).toHaveFocus();
  },
});
