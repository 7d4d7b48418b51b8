import { ErrorCard, RetryStatus, useApiQuery } from "react-recourse";
import { failing, routeHandler } from "react-recourse/msw";
import { expect } from "storybook/test";
import preview from "../../.storybook/preview.tsx";
import { press, walkByKeyboard } from "../keyboard.ts";

const meta = preview.meta({ title: "Components/RetryStatus", component: RetryStatus });

const route = "GET /v1/sessions";

function Sessions() {
  const sessions = useApiQuery<typeof route, { items: string[] }>(route, {
    retry: { baseDelayMs: 12_000 },
  });
  if (sessions.data) return <p>{sessions.data.items.join(", ")}</p>;
  if (sessions.error) return <ErrorCard error={sessions.error} onRetry={sessions.refetch} />;
  return <RetryStatus of={sessions} />;
}

/** It counts to the next attempt, and the person need not wait for it. */
export const Default = meta.story({
  render: () => <Sessions />,
  beforeEach({ msw }) {
    msw.use(failing(route, 502));
  },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText("Attempt 2 of 5")).toBeVisible();
    await walkByKeyboard();
  },
});

export const TryNow = meta.story({
  render: () => <Sessions />,
  beforeEach({ msw }) {
    msw.use(
      failing(route, 502, { times: 1 }),
      routeHandler(route, () => Response.json({ items: ["Refund for order 1042"] })),
    );
  },
  play: async ({ canvas }) => {
    await press(await canvas.findByRole("button", { name: "Try now" }));
    await expect(await canvas.findByText("Refund for order 1042")).toBeVisible();
  },
});

/** Cancelling leaves a way out: the failure itself, with its button and its request id. */
export const Cancelled = meta.story({
  render: () => <Sessions />,
  beforeEach({ msw }) {
    msw.use(failing(route, 502));
  },
  play: async ({ canvas }) => {
    await press(await canvas.findByRole("button", { name: "Cancel" }));
    await expect(
      await canvas.findByRole("heading", { name: "The service isn’t available right now" }),
    ).toBeVisible();
  },
});
