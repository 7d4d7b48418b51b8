import { RetryStatus, useApiMutation, useApiQuery } from "react-recourse";
import { errorResponse } from "react-recourse/msw";
import { expect, fn } from "storybook/test";
import preview from "../../.storybook/preview.tsx";
import { Anatomy, type AnatomyPart } from "../docs/Anatomy.tsx";
import { ExampleApp } from "../docs/ExampleApp.tsx";
import { seeNumbers } from "../docs/see-numbers.ts";
import { press, walkByKeyboard } from "../keyboard.ts";
import "../docs/page.css";

const meta = preview.meta({ title: "Components/RetryStatus", component: RetryStatus });

/** Long enough to be read. */
const retry = { baseDelayMs: 25_000 };

function Sessions() {
  const sessions = useApiQuery("GET /v1/sessions");
  return <RetryStatus of={sessions} />;
}

const parts: readonly AnatomyPart[] = [
  {
    name: "Icon",
    what: "Looks quiet, since this is no error yet. Never read out.",
    at: ".recourse-waiting > .recourse-icon",
  },
  {
    name: "Attempt",
    what: "Says which attempt comes next, and how many there are. Read out once each time it changes.",
    at: ".recourse-attempt",
    side: "top",
  },
  {
    name: "Countdown",
    what: "Shows the time until the next attempt. Not read out.",
    at: ".recourse-countdown",
    side: "top",
  },
  {
    name: "Try now",
    what: "Skips the wait.",
    at: ".recourse-actions button:first-child",
    side: "top",
  },
  {
    name: "Cancel",
    what: "Ends the attempts. A card then shows the failure, with its button.",
    at: ".recourse-actions button:last-child",
    side: "end",
  },
];

export const Parts = meta.story({
  name: "Anatomy",
  render: () => (
    <ExampleApp answer={() => errorResponse(502)} retry={retry}>
      <Anatomy parts={parts}>
        <Sessions />
      </Anatomy>
    </ExampleApp>
  ),
  play: seeNumbers,
});

/** Between two attempts of a query. */
export const Waiting = meta.story({
  render: () => (
    <ExampleApp answer={() => errorResponse(502)} retry={retry}>
      <Sessions />
    </ExampleApp>
  ),
  play: async ({ canvas }) => {
    await canvas.findByText("Attempt 2 of 5");
    await walkByKeyboard();
  },
});

const limited = fn(() => errorResponse(429, { retryAfterSeconds: 40 }));

/** While a rate limit lasts, trying now would be refused: the button says so and does nothing. */
export const RateLimited = meta.story({
  name: "While a rate limit lasts",
  beforeEach: () => void limited.mockClear(),
  render: () => (
    <ExampleApp answer={limited} retry={{}}>
      <Sessions />
    </ExampleApp>
  ),
  play: async ({ canvas }) => {
    const tryNow = await canvas.findByRole("button", { name: "Try now" });
    await expect(tryNow).toHaveAttribute("aria-disabled", "true");
    await press(tryNow);
    await expect(tryNow).toHaveFocus();
    await expect(limited).toHaveBeenCalledTimes(1);
  },
});

/** Another part of the page was told to wait, so that nothing of this query was sent. */
function HeldSessions() {
  const first = useApiQuery("GET /v1/sessions", { query: { page: 1 } });
  return first.isPending ? null : <SecondPage />;
}

function SecondPage() {
  return <RetryStatus of={useApiQuery("GET /v1/sessions", { query: { page: 2 } })} />;
}

/** Nothing follows by itself, and until its time nothing would be sent. */
export const HeldBack = meta.story({
  name: "Held back",
  beforeEach: () => void limited.mockClear(),
  render: () => (
    <ExampleApp answer={limited}>
      <HeldSessions />
    </ExampleApp>
  ),
  play: async ({ canvas }) => {
    const tryNow = await canvas.findByRole("button", { name: "Try now" });
    await expect(canvas.getByText(/Try again in \d+ sec/)).toBeVisible();
    await expect(tryNow).toHaveAttribute("aria-disabled", "true");
    await press(tryNow);
    await expect(limited).toHaveBeenCalledTimes(1);
  },
});

function Send() {
  const send = useApiMutation("POST /v1/messages", { idempotencyKey: true });
  return (
    <div className="docs-page">
      <button
        type="button"
        className="docs-button"
        aria-disabled={send.isPending || undefined}
        onClick={() => send.isPending || send.mutate()}
      >
        Send
      </button>
      <RetryStatus of={send} />
    </div>
  );
}

/** What has been sent cannot be hurried or taken back: a mutation has no buttons. */
export const OfAMutation = meta.story({
  name: "For a mutation",
  render: () => (
    <ExampleApp answer={() => errorResponse(503)} retry={retry}>
      <Send />
    </ExampleApp>
  ),
  play: async ({ canvas }) => {
    await press(canvas.getByRole("button", { name: "Send" }));
    await expect(await canvas.findByText("Attempt 2 of 5")).toBeVisible();
    await expect(canvas.getByRole("button")).toHaveTextContent("Send");
  },
});
