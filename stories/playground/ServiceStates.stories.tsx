import { expect, screen, waitFor } from "storybook/test";
import preview from "../../.storybook/preview.tsx";
import { pressKeys } from "../keyboard.ts";
import { AgentConsole } from "./console/AgentConsole.tsx";
import {
  choose,
  flip,
  openTab,
  press,
  seeCard,
  seeConsole,
  seeMessageSent,
  seeProblem,
  seeRequestId,
  seeSession,
  seeTextInComposer,
  seeToast,
  write,
  writeAndSend,
} from "./console-driver.ts";
import { baseUrl, withService } from "./playground-setting.ts";
import type { AgentService } from "./service/agent-service.ts";

const fast = { retry: { baseDelayMs: 20 }, onError: () => {} };

/** Nothing is injected here: the service is in a state in which it refuses, and the way out really mends it. */
const meta = preview.meta({
  title: "Playground/Service states",
  parameters: { layout: "fullscreen", controls: { disable: true } },
  ...withService({ latencyMs: 0 }),
  render: (_args, { loaded }) => (
    <AgentConsole service={loaded["service"]} baseUrl={baseUrl} api={fast} />
  ),
});

/** What was written for the session that ended waits in the new one. */
export const ExpiredWhileWriting = meta.story({
  play: async () => {
    await seeConsole();
    await press("Expire the open session");
    await writeAndSend();
    const card = await seeProblem("This session has expired");
    await press("Open a new session", card);
    await seeSession("New session");
    await seeTextInComposer();
  },
});

export const ExpiredBefore = meta.story({
  play: async () => {
    await seeConsole();
    await press(/Night delivery question/);
    const card = await seeCard("This session has expired");
    await seeRequestId(card);
    await press("Open a new session", card);
    await seeSession("New session");
  },
});

export const ClosedSession = meta.story({
  play: async () => {
    await seeConsole();
    await press(/Invoice with the old address/);
    await seeSession("Invoice with the old address");
    await writeAndSend();
    const card = await seeProblem("This session can’t take that right now");
    await press("Open a new session", card);
    await seeSession("New session");
    await seeTextInComposer();
  },
});

/** Asked for once more, and the focus is on the answer that changes nothing. */
export const Deleted = meta.story({
  play: async () => {
    await seeConsole();
    await press("Delete");
    await expect(screen.getByRole("button", { name: "Keep" })).toHaveFocus();
    await pressKeys("{Enter}");
    await expect(screen.getByRole("button", { name: "Delete" })).toHaveFocus();
    await pressKeys("{Enter}");
    await press("Delete for good");
    await seeSession("Invoice with the old address");
    await waitFor(() => expect(screen.queryByText("Parcel three days late")).toBeNull());
  },
});

export const ModelTurnedOff = meta.story({
  play: async () => {
    await seeConsole();
    await flip("Model Harbor Large");
    await writeAndSend();
    const card = await seeProblem("This model isn’t available to your organization");
    await press("Choose another model", card);
    await choose(/Harbor Small/);
    await seeMessageSent();
  },
});

export const ToolRemoved = meta.story({
  play: async () => {
    await seeConsole();
    await flip(/Draft a refund/);
    await writeAndSend();
    const card = await seeProblem("One of the agent’s tools is missing");
    await press("Attach tools", card);
    await screen.findByText("tool_refund_draft");
    await press("Detach");
    await seeMessageSent();
  },
});

export const ConfigCleared = meta.story({
  play: async () => {
    await seeConsole();
    await press("Clear the agent’s config");
    await writeAndSend();
    const card = await seeProblem("The agent isn’t fully set up");
    await press("Complete setup", card);
    await screen.findByText("No model is chosen yet.");
    await choose(/Harbor Large/);
    await screen.findByText("Version 5");
    await write("Instructions", "Sort by urgency.");
    await press("Save");
    await seeMessageSent();
  },
});

/** Not saved over another's change unseen: what was typed stays, and is saved after a look at the latest version. */
export const ChangedElsewhere = meta.story({
  play: async ({ loaded }) => {
    const service: AgentService = loaded["service"];
    await seeConsole();
    await openTab("Agent");
    await write("Name", "Support triage EU");
    service.controls.clearAgentConfig("agt_support_triage");
    await press("Save");
    const card = await seeCard("Your changes aren’t saved yet");
    await seeRequestId(card);
    await press("Reload", card);
    await screen.findByText("Version 4");
    await expect(screen.getByRole("textbox", { name: "Name" })).toHaveValue("Support triage EU");
  },
});

export const KeyRevoked = meta.story({
  play: async () => {
    await seeConsole();
    await flip("Key in use revoked");
    await writeAndSend();
    const card = await seeProblem("You’re not signed in");
    await flip("Key in use revoked");
    await press("Sign in", card);
    await press("Use this key");
    await seeMessageSent();
  },
});

/** Escape leaves the dialog with nothing changed, and the focus goes back to where it came from. */
export const DialogLeft = meta.story({
  play: async () => {
    await seeConsole();
    await press(/change the API key/);
    await choose(/Dashboard/);
    await pressKeys("{Escape}");
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    const key = screen.getByRole("button", { name: /Console.*: change the API key/ });
    await expect(key).toHaveFocus();
  },
});

/** Retried out of sight, then told of beside the form; it works once the model is back. */
export const ModelProviderDown = meta.story({
  play: async () => {
    await seeConsole();
    await flip("Model provider down");
    await press("New session");
    await write("Name", "Lost parcel");
    await press("Open session");
    const card = await seeCard("The session didn’t open");
    await expect(screen.getByRole("button", { name: "Open session" })).toHaveFocus();
    await seeRequestId(card);
    await flip("Model provider down");
    await press("Try again", card);
    await seeSession("Lost parcel");
    await expect(screen.getByRole("button", { name: "New session" })).toHaveFocus();
  },
});

export const NameTaken = meta.story({
  play: async () => {
    await seeConsole();
    await press("New session");
    await write("Name", "Parcel three days late");
    await press("Open session");
    await seeRequestId(await seeCard("This name is already in use"));
    await write("Name", "Parcel three days late, again");
    await pressKeys("{Enter}");
    await seeSession("Parcel three days late, again");
  },
});

/** Earlier messages fail where they were asked for; twice by hand, and it is support's to look at. */
export const HistoryBroken = meta.story({
  play: async () => {
    await seeConsole();
    await flip("Message history broken");
    await press("Load earlier");
    for (let failures = 0; failures < 2; failures += 1) {
      const card = await seeCard("Earlier messages didn’t load");
      await press("Try again", card);
    }
    const link = await screen.findByRole("link", { name: "Contact support" });
    await expect(link).toHaveAttribute("href", expect.stringMatching(/^mailto:.*req_/));
    await flip("Message history broken");
    await press("Try again");
    await screen.findByText("Order 48-2217 was due on Monday and has not arrived.");
  },
});

/** Closing has no place of its own for a failure: it becomes a toast. */
export const MissingScopeAsToast = meta.story({
  play: async () => {
    await seeConsole();
    await flip("Key in use read only");
    await press("Close");
    const toast = await seeToast("This key can only read");
    await seeRequestId(toast);
    await flip("Key in use read only");
    await press("Request access", toast);
    await press("Use the full-access key");
    await screen.findByText("Closed", { selector: ".pg-state" });
  },
});
