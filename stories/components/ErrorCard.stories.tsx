import { ErrorCard } from "react-recourse";
import { expect, fn } from "storybook/test";
import preview from "../../.storybook/preview.tsx";
import { press, walkByKeyboard } from "../keyboard.ts";
import { storyRemedies } from "../StoryProvider.tsx";
import { sampleError, sampleOfKind } from "../sample-error.ts";
import { FailsAgain } from "./FailsAgain.tsx";

const meta = preview.meta({
  title: "Components/ErrorCard",
  component: ErrorCard,
  args: { error: sampleError("SESSION_CREATION_ERROR"), onRetry: fn() },
  play: walkByKeyboard,
});

export const Default = meta.story();

export const Page = meta.story({ args: { variant: "page" }, parameters: { layout: "fullscreen" } });

export const Inline = meta.story({ args: { variant: "inline" } });

/** The fix is something the person has to change: the kit leads there. */
export const CanBeMended = meta.story({
  args: { error: sampleError("MODELS_NOT_FOUND") },
  play: async ({ canvas }) => {
    await press(canvas.getByRole("button", { name: "Choose another model" }));
    await expect(storyRemedies.chooseModel).toHaveBeenCalled();
  },
});

export const InlineThatCanBeMended = meta.story({
  args: { error: sampleOfKind("unprocessable"), variant: "inline" },
});

/** No server named a request, so there is nothing to copy. */
export const WithoutRequestId = meta.story({ args: { error: sampleOfKind("network") } });

/** A fault that persists is support's to look at. The report goes along. */
export const AfterTwoRetries = meta.story({
  args: { error: sampleError("GENERIC_ERROR") },
  render: ({ onRetry }) => <FailsAgain onRetry={onRetry} />,
  play: async ({ canvas, args }) => {
    await press(await canvas.findByRole("button", { name: "Try again" }));
    await press(await canvas.findByRole("button", { name: "Try again" }));
    const support = await canvas.findByRole("link", { name: "Contact support" });
    await expect(decodeURIComponent(support.getAttribute("href") ?? "")).toContain(
      "    Request ID: req_",
    );
    await expect(args.onRetry).toHaveBeenCalledTimes(2);
    // Beside the new button, the old one has kept the focus.
    await expect(canvas.getByRole("button", { name: "Try again" })).toHaveFocus();
  },
});

/** A rate limit says from when a retry makes sense. Until then the button counts down, and pressing it does nothing. */
export const RateLimited = meta.story({
  render: (args) => (
    <ErrorCard
      {...args}
      error={sampleOfKind("rateLimited", { retryAt: Date.now() + 42_000, retryAfterMs: 42_000 })}
    />
  ),
  play: async ({ canvas, args }) => {
    await press(canvas.getByRole("button", { name: /^Try again in/ }));
    await expect(args.onRetry).not.toHaveBeenCalled();
  },
});

export const DetailsOpen = meta.story({
  play: async ({ canvas }) => {
    await press(canvas.getByText("Details for support"));
    await expect(canvas.getByText("GET /v1/sessions/{sessionId}")).toBeVisible();
  },
});

export const CopiesTheRequestId = meta.story({
  play: async ({ canvas }) => {
    await press(canvas.getByRole("button", { name: "Copy" }));
    await expect(await canvas.findByRole("button", { name: "Copied" })).toBeVisible();
  },
});

export const LongWords = meta.story({
  args: {
    error: sampleError("TOOLS_NOT_FOUND", {
      requestId: `req_${"01J2K8Q4ZD7X3M5V9B6N0T".repeat(6)}`,
      route: `GET /v1/agents/${"donaudampfschifffahrtsgesellschaft".repeat(5)}`,
    }),
  },
  globals: { viewport: { value: "mobile1", isRotated: false } },
});
