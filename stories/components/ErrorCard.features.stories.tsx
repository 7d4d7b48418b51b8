import { ErrorCard } from "react-recourse";
import { expect, fn } from "storybook/test";
import preview from "../../.storybook/preview.tsx";
import { Anatomy, type AnatomyPart } from "../docs/Anatomy.tsx";
import { seeNumbers } from "../docs/see-numbers.ts";
import { press, walkByKeyboard } from "../keyboard.ts";
import { sampleError } from "../sample-error.ts";

const meta = preview.meta({
  title: "Components/ErrorCard",
  component: ErrorCard,
  args: { error: sampleError("SESSION_CREATION_ERROR"), onRetry: fn() },
});

const parts: readonly AnatomyPart[] = [
  {
    name: "Tone",
    what: "Red: something is broken. Amber: the person can put it right. Blue: there is nothing to do.",
    at: ".recourse-badge",
  },
  { name: "Title", what: "Says what did not work.", at: ".recourse-title bdi", side: "end" },
  { name: "Fix", what: "Says what to do now.", at: ".recourse-fix bdi", side: "end" },
  {
    name: "Remedy",
    what: "The button that helps, if there is one.",
    at: ".recourse-actions",
  },
  {
    name: "Request id",
    what: "Left out if the server gave none.",
    at: ".recourse-request-id .recourse-label",
  },
  {
    name: "Copy",
    what: "Says “Copied” when the id is on the clipboard.",
    at: ".recourse-copy button",
    side: "end",
  },
  {
    name: "Details for support",
    what: "Has the code, status, route, time and attempts, and a button that copies them. Closed at first.",
    at: "summary",
  },
];

/** Every part of a card that there can be at once. */
export const Parts = meta.story({
  name: "Anatomy",
  render: (args) => (
    <Anatomy parts={parts}>
      <ErrorCard {...args} />
    </Anatomy>
  ),
  play: seeNumbers,
});

/** Broken, can be mended, needs nothing. The last one is silent unless it is asked for. */
export const Tones = meta.story({
  render: (args) => (
    <div style={{ display: "grid", gap: "1rem" }}>
      <ErrorCard {...args} error={sampleError("MESSAGES_HISTORY_ERROR")} />
      <ErrorCard error={sampleError("SESSION_EXPIRED")} />
      <ErrorCard error={sampleError("ABORT_ERROR", { kind: "aborted" })} showSilent />
    </div>
  ),
  play: walkByKeyboard,
});

const retryTakesMs = 3_000;

/** A retry that returns a promise keeps the button busy until it is settled, and the focus where it is. */
export const Working = meta.story({
  args: { onRetry: fn(() => new Promise((resolve) => setTimeout(resolve, retryTakesMs))) },
  play: async ({ canvas, args }) => {
    await press(canvas.getByRole("button", { name: "Try again" }));
    const busy = await canvas.findByRole("button", { name: "Working…" });
    await expect(busy).toHaveFocus();
    await expect(busy).toHaveAttribute("aria-busy", "true");
    await press(busy);
    await expect(args.onRetry).toHaveBeenCalledTimes(1);
  },
});

/** What only the app knows goes below the fix. */
export const WithWordsOfYourOwn = meta.story({
  name: "With words of your own",
  args: {
    error: sampleError("MODELS_NOT_FOUND"),
    children: (
      <p style={{ margin: 0 }}>
        <bdi>Your draft is saved on this device.</bdi>
      </p>
    ),
  },
  play: async ({ canvas }) => {
    await expect(canvas.getByText("Your draft is saved on this device.")).toBeVisible();
    await walkByKeyboard();
  },
});
