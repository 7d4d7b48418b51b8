import { onlineManager, useQueryClient } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import { OfflineNotice, useApiQuery } from "react-recourse";
import { expect, waitFor } from "storybook/test";
import preview from "../../.storybook/preview.tsx";
import { Anatomy, type AnatomyPart } from "../docs/Anatomy.tsx";
import { ExampleApp } from "../docs/ExampleApp.tsx";
import { seeNumbers } from "../docs/see-numbers.ts";
import { press } from "../keyboard.ts";
import "../docs/page.css";

const meta = preview.meta({
  title: "Components/OfflineNotice",
  component: OfflineNotice,
  beforeEach() {
    onlineManager.setOnline(false);
    return () => onlineManager.setOnline(true);
  },
});

const answer = () => Response.json({ keyName: "Full access" });

function KeyName() {
  const me = useApiQuery<"GET /v1/me", { keyName: string }>("GET /v1/me");
  return me.data?.keyName ?? "Loading…";
}

const parts: readonly AnatomyPart[] = [
  {
    name: "Icon",
    what: "Shows that there is no connection, then a tick when it is back. Never read out.",
    at: ".recourse-icon",
  },
  {
    name: "Words",
    what: "Say that the calls continue by themselves: the person need not do anything.",
    at: ".recourse-offline bdi",
    side: "end",
  },
];

export const Parts = meta.story({
  name: "Anatomy",
  render: () => (
    <ExampleApp answer={answer}>
      <Anatomy parts={parts}>
        <OfflineNotice />
        <span hidden>
          <KeyName />
        </span>
      </Anatomy>
    </ExampleApp>
  ),
  play: seeNumbers,
});

function Connection() {
  const client = useQueryClient();
  const online = useSyncExternalStore(
    (listener) => onlineManager.subscribe(listener),
    () => onlineManager.isOnline(),
  );
  function flip() {
    onlineManager.setOnline(!online);
    // What is asked for while there is no connection is what the notice is about.
    if (online) client.refetchQueries();
  }
  return (
    <button type="button" className="docs-button" onClick={flip}>
      {online ? "Take the connection away" : "Bring the connection back"}
    </button>
  );
}

/** Take the connection away, and bring it back. */
export const Switched = meta.story({
  render: () => (
    <ExampleApp answer={answer}>
      <div className="docs-page">
        <OfflineNotice />
        <p>
          API key: <KeyName />
        </p>
        <Connection />
      </div>
    </ExampleApp>
  ),
  play: async ({ canvas }) => {
    const notice = canvas.getByRole("status");
    await waitFor(() => expect(notice).toHaveTextContent("You’re offline."));
    await press(canvas.getByRole("button", { name: "Bring the connection back" }));
    await waitFor(() => expect(notice).toHaveTextContent("You’re connected again."));
    await expect(await canvas.findByText(/Full access/)).toBeVisible();
    await press(canvas.getByRole("button", { name: "Take the connection away" }));
    await waitFor(() => expect(notice).toHaveTextContent("You’re offline."));
  },
});
