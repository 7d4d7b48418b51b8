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
    what: "Red: it is broken. Amber: it can be mended. Blue: there is nothing to do.",
    at: ".recourse-badge",
  },
  { name: "Title", what: "What did not happen.", at: ".recourse-title bdi", side: "end" },
  { name: "Fix", what: "What to do now.", at: ".recourse-fix bdi", side: "end" },
  {
    name: "Remedy",
    what: "The one button that helps, where there is one.",
    at: ".recourse-actions",
  },
  {
    name: "Request id",
    what: "Left out where no server gave one.",
    at: ".recourse-request-id .recourse-label",
  },
  {
    name: "Copy",
    what: "Says “Copied” only when it is.",
    at: ".recourse-copy button",
    side: "end",
  },
  {
    name: "Details for support",
    what: "Folded away: code, status, route, time, attempts, and a button that copies them.",
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
