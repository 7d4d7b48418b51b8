import { Suspense, useState } from "react";
import {
  ErrorBoundary,
  ErrorCard,
  en,
  useApiSuspenseQuery,
  useErrorBoundary,
} from "react-recourse";
import { errorResponse } from "react-recourse/msw";
import { expect, fn } from "storybook/test";
import preview from "../../.storybook/preview.tsx";
import { Anatomy, type AnatomyPart } from "../docs/Anatomy.tsx";
import { ExampleApp } from "../docs/ExampleApp.tsx";
import { seeNumbers } from "../docs/see-numbers.ts";
import { choose, press, pressKeys } from "../keyboard.ts";
import { sampleError } from "../sample-error.ts";
import "../docs/page.css";

const meta = preview.meta({ title: "Components/ErrorBoundary", component: ErrorBoundary });

function Broken(): never {
  throw sampleError("MESSAGES_HISTORY_ERROR");
}

const parts: readonly AnatomyPart[] = [
  {
    name: "The rest of the page",
    what: "Is not affected: people can go on using it.",
    at: "h2",
    side: "top",
  },
  {
    name: "The fallback",
    what: "Shows instead of the children of the boundary. It is an `ErrorCard`, unless you give a fallback of your own.",
    at: ".recourse-card",
    side: "end",
  },
  {
    name: "Reset",
    what: "“Try again” renders the children again and fetches their failed queries.",
    at: ".recourse-actions",
  },
];

/** A boundary draws nothing of its own: what is seen is what it puts in the place of what failed. */
export const Parts = meta.story({
  name: "Anatomy",
  render: () => (
    <Anatomy parts={parts}>
      <div className="docs-page">
        <section>
          <h2>Refund for order 1042</h2>
          <p className="docs-quiet">Open since 9:41</p>
        </section>
        <ErrorBoundary>
          <Broken />
        </ErrorBoundary>
      </div>
    </Anatomy>
  ),
  play: seeNumbers,
});

function Models() {
  const { data } = useApiSuspenseQuery<"GET /v1/chat/models", string[]>("GET /v1/chat/models");
  return <p>{data.join(", ")}</p>;
}

const failsOnce = (call: number) =>
  call === 1 ? errorResponse("GENERIC_ERROR") : Response.json(["harbor-large", "harbor-small"]);

/** “Try again” renders the part anew, and fetches what had failed in it. */
export const FetchedAgain = meta.story({
  name: "Fetched again",
  render: () => (
    <ExampleApp answer={failsOnce}>
      <div className="docs-page">
        <ErrorBoundary>
          <Suspense fallback={<p>Loading models…</p>}>
            <Models />
          </Suspense>
        </ErrorBoundary>
      </div>
    </ExampleApp>
  ),
  play: async ({ canvas }) => {
    await press(await canvas.findByRole("button", { name: "Try again" }));
    await expect(await canvas.findByText("harbor-large, harbor-small")).toBeVisible();
  },
});

function Editor() {
  const [isBroken, setBroken] = useState(false);
  if (isBroken) throw sampleError("CONFIG_NOT_FOUND");
  return (
    <button type="button" className="docs-button" onClick={() => setBroken(true)}>
      Open the editor
    </button>
  );
}

/** What had the focus is gone with what failed: the card’s heading gets it, so that the next Tab is at the remedy. */
export const FocusGoesToTheCard = meta.story({
  name: "Focus goes to the card",
  render: () => (
    <div className="docs-page">
      <ErrorBoundary>
        <Editor />
      </ErrorBoundary>
    </div>
  ),
  play: async ({ canvas }) => {
    await press(canvas.getByRole("button", { name: "Open the editor" }));
    const heading = await canvas.findByRole("heading", {
      name: en.entries.CONFIG_NOT_FOUND.title,
    });
    await expect(heading).toHaveFocus();
    await pressKeys("{Tab}");
    await expect(canvas.getByRole("button", { name: "Complete setup" })).toHaveFocus();
  },
});

function Deleting() {
  const { showBoundary } = useErrorBoundary();
  return (
    <button
      type="button"
      className="docs-button"
      onClick={() => showBoundary(sampleError("SESSION_NOT_FOUND"))}
    >
      Delete the session
    </button>
  );
}

/** No boundary catches what an event handler throws. `useErrorBoundary().showBoundary` hands it over. */
export const HandedOver = meta.story({
  name: "From an event handler",
  render: () => (
    <div className="docs-page">
      <ErrorBoundary>
        <Deleting />
      </ErrorBoundary>
    </div>
  ),
  play: async ({ canvas }) => {
    await press(canvas.getByRole("button", { name: "Delete the session" }));
    await expect(
      await canvas.findByRole("heading", { name: en.entries.SESSION_NOT_FOUND.title }),
    ).toHaveFocus();
  },
});

/** `fallbackRender` draws anything; an inline card with words of the app, for one. */
export const FallbackOfYourOwn = meta.story({
  name: "A fallback of your own",
  args: { onReset: fn() },
  render: (args) => (
    <ErrorBoundary
      {...args}
      fallbackRender={({ error, resetErrorBoundary }) => (
        <ErrorCard variant="inline" error={error} onRetry={resetErrorBoundary}>
          <p style={{ margin: 0 }}>
            <bdi>New messages still come in.</bdi>
          </p>
        </ErrorCard>
      )}
    >
      <Broken />
    </ErrorBoundary>
  ),
  play: async ({ canvas, args }) => {
    await press(await canvas.findByRole("button", { name: "Try again" }));
    await expect(args.onReset).toHaveBeenCalledTimes(1);
  },
});

function Session({ name }: { name: string }) {
  if (name === "Monday") throw sampleError("SESSION_EXPIRED");
  return <p>What was said on {name}.</p>;
}

function Sessions() {
  const [name, setName] = useState("Monday");
  return (
    <div className="docs-page">
      <fieldset>
        <legend>Session</legend>
        {["Monday", "Tuesday"].map((day) => (
          <label key={day}>
            <input
              type="radio"
              name="session"
              checked={name === day}
              onChange={() => setName(day)}
            />{" "}
            {day}
          </label>
        ))}
      </fieldset>
      <ErrorBoundary resetKeys={[name]}>
        <Session name={name} />
      </ErrorBoundary>
    </div>
  );
}

/** The card goes when what it was about is no longer shown: name that in `resetKeys`. */
export const ResetKeys = meta.story({
  name: "Reset by a key",
  render: () => <Sessions />,
  play: async ({ canvas }) => {
    await canvas.findByRole("heading", { name: en.entries.SESSION_EXPIRED.title });
    await choose(canvas.getByRole("radio", { name: "Tuesday" }));
    await expect(await canvas.findByText("What was said on Tuesday.")).toBeVisible();
    await expect(canvas.queryByRole("region")).toBeNull();
  },
});
