import { useQueryClient } from "@tanstack/react-query";
import { Suspense, useEffect, useState } from "react";
import {
  ErrorBoundary,
  ErrorCard,
  en,
  useApiMutation,
  useApiQuery,
  useApiSuspenseQuery,
} from "react-recourse";
import { errorResponse } from "react-recourse/msw";
import { expect, screen, waitFor } from "storybook/test";
import preview from "../../.storybook/preview.tsx";
import { ExampleApp } from "../docs/ExampleApp.tsx";
import { ToastWindow } from "../docs/ToastWindow.tsx";
import { goToToasts, press, pressKeys, walkByKeyboard, write } from "../keyboard.ts";
import "../docs/page.css";

const meta = preview.meta({
  title: "Patterns/Inline, card or toast?",
  parameters: { controls: { disable: true } },
});

function RenameForm() {
  const [typed, setTyped] = useState("Returns desk");
  const rename = useApiMutation("PUT /v1/agents/{agentId}");
  const save = () => rename.mutate({ params: { agentId: "agt_1" }, body: { name: typed } });
  // Saved at once, so that the page of documentation shows how it fails.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only as it comes, not at each change of what is typed
  useEffect(save, []);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <label>
        Name of the agent
        <input value={typed} onChange={(event) => setTyped(event.target.value)} />
      </label>
      {rename.error && <ErrorCard variant="inline" headingLevel={3} error={rename.error} />}
      <button type="submit" className="docs-button">
        Save
      </button>
    </form>
  );
}

/** Beside the button that was pressed. What the person typed stays. */
export const Inline = meta.story({
  render: () => (
    <ExampleApp answer={() => errorResponse(409)}>
      <div className="docs-page">
        <RenameForm />
      </div>
    </ExampleApp>
  ),
  play: async ({ canvas }) => {
    await expect(
      await canvas.findByRole("heading", { name: en.entries.conflict.title }),
    ).toBeVisible();
    const field = canvas.getByRole("textbox", { name: "Name of the agent" });
    await write(field, "Refunds");
    await pressKeys("{Enter}");
    await expect(await canvas.findByRole("region")).toBeVisible();
    await expect(field).toHaveValue("Refunds");
    await expect(screen.queryByRole("dialog")).toBeNull();
  },
});

function Messages() {
  useApiSuspenseQuery("GET /v1/messages");
  return null;
}

/** In the place of the part that has nothing to show. The rest of the page goes on. */
export const Card = meta.story({
  render: () => (
    <ExampleApp answer={() => errorResponse("MESSAGES_HISTORY_ERROR")}>
      <div className="docs-page">
        <h3>Refund for order 1042</h3>
        <ErrorBoundary
          fallbackRender={({ error, resetErrorBoundary }) => (
            <ErrorCard error={error} onRetry={resetErrorBoundary} headingLevel={4} />
          )}
        >
          <Suspense fallback={<p>Loading…</p>}>
            <Messages />
          </Suspense>
        </ErrorBoundary>
      </div>
    </ExampleApp>
  ),
  play: async ({ canvas }) => {
    await canvas.findByRole("heading", { name: en.entries.MESSAGES_HISTORY_ERROR.title });
    await expect(canvas.getByRole("heading", { name: "Refund for order 1042" })).toBeVisible();
    await walkByKeyboard();
  },
});

function Session() {
  const session = useApiQuery("GET /v1/sessions/{sessionId}", {
    params: { sessionId: "ses_7Yt2" },
  });
  return (
    session.error && (
      <ErrorCard variant="page" error={session.error} onRetry={session.refetch} headingLevel={3} />
    )
  );
}

/** All that the view is about is missing: the card has the view to itself. */
export const Page = meta.story({
  render: () => (
    <ExampleApp
      answer={() => errorResponse("SESSION_EXPIRED")}
      remedies={{ openSession: () => {} }}
    >
      <Session />
    </ExampleApp>
  ),
  play: async ({ canvas }) => {
    await canvas.findByRole("heading", { name: en.entries.SESSION_EXPIRED.title });
    await walkByKeyboard();
  },
});

const known = ["Refund for order 1042", "Night delivery question"];

function Sessions() {
  const client = useQueryClient();
  const sessions = useApiQuery<"GET /v1/sessions", string[]>(
    "GET /v1/sessions",
    {},
    {
      initialData: known,
    },
  );
  return (
    <>
      <div className="docs-row">
        <h3>Sessions</h3>
        <button type="button" className="docs-button" onClick={() => void client.refetchQueries()}>
          Refresh
        </button>
      </div>
      <ul className="docs-rows">
        {sessions.data?.map((session) => (
          <li key={session}>{session}</li>
        ))}
      </ul>
    </>
  );
}

/** What shows is older, and still good to work with. It stays, and a toast tells that it is not the latest. */
export const Toast = meta.story({
  render: () => (
    <ExampleApp answer={() => errorResponse(503)}>
      <ToastWindow label="Problems with the sessions">
        <Sessions />
      </ToastWindow>
    </ExampleApp>
  ),
  play: async ({ canvas }) => {
    const toast = await canvas.findByRole("dialog", {
      name: en.entries.unavailable.title,
    });
    await expect(canvas.getByText("Night delivery question")).toBeVisible();
    const refresh = canvas.getByRole("button", { name: "Refresh" });
    await press(refresh);
    await waitFor(() => expect(toast).toHaveTextContent("×2"));
    await goToToasts();
    await pressKeys("{Tab}{Escape}");
    await waitFor(() => expect(canvas.queryByRole("dialog")).toBeNull());
    await waitFor(() => expect(refresh).toHaveFocus());
  },
});
