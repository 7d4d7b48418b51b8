import { expect, screen, userEvent } from "storybook/test";
import preview from "../../.storybook/preview.tsx";
import { AgentConsole } from "./console/AgentConsole.tsx";
import {
  flip,
  press,
  seeCard,
  seeConsole,
  seeMessageSent,
  seeProblem,
  seeRequestId,
  seeSession,
  seeTextInComposer,
  seeToast,
  writeAndSend,
} from "./console-driver.ts";
import { baseUrl, closeService, openService } from "./playground-setting.ts";
import type { AgentService } from "./service/agent-service.ts";

const fast = { retry: { baseDelayMs: 20 }, onError: () => {} };

/** Nothing is injected here: the service is in a state in which it refuses, and the way out really mends it. */
const meta = preview.meta({
  title: "Playground/Service states",
  parameters: { layout: "fullscreen", controls: { disable: true } },
  loaders: [({ id }) => ({ service: openService(id, undefined, { latencyMs: 0 }) })],
  beforeEach({ id, loaded, msw }) {
    const service: AgentService = loaded["service"];
    msw.use(...service.handlers);
    return () => closeService(id);
  },
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
    await userEvent.click(card.getByRole("button", { name: "Open a new session" }));
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
    await userEvent.click(card.getByRole("button", { name: "Open a new session" }));
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
    await userEvent.click(card.getByRole("button", { name: "Open a new session" }));
    await seeSession("New session");
    await seeTextInComposer();
  },
});

export const ModelTurnedOff = meta.story({
  play: async () => {
    await seeConsole();
    await flip("Model Harbor Large");
    await writeAndSend();
    const card = await seeProblem("This model isn’t available to your organization");
    await userEvent.click(card.getByRole("button", { name: "Choose another model" }));
    await userEvent.click(await screen.findByRole("radio", { name: /Harbor Small/ }));
    await seeMessageSent();
  },
});

export const ToolRemoved = meta.story({
  play: async () => {
    await seeConsole();
    await flip(/Draft a refund/);
    await writeAndSend();
    const card = await seeProblem("One of the agent’s tools is missing");
    await userEvent.click(card.getByRole("button", { name: "Attach tools" }));
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
    await userEvent.click(card.getByRole("button", { name: "Complete setup" }));
    await screen.findByText("No model is chosen yet.");
    await userEvent.click(screen.getByRole("radio", { name: /Harbor Large/ }));
    await screen.findByText("Version 5");
    await userEvent.type(screen.getByRole("textbox", { name: "Instructions" }), "Sort by urgency.");
    await press("Save");
    await seeMessageSent();
  },
});

/** Not saved over another's change unseen: what was typed stays, and is saved after a look at the latest version. */
export const ChangedElsewhere = meta.story({
  play: async ({ loaded }) => {
    const service: AgentService = loaded["service"];
    await seeConsole();
    await userEvent.click(screen.getByRole("tab", { name: "Agent" }));
    const name = await screen.findByRole("textbox", { name: "Name" });
    await userEvent.type(name, " EU");
    service.controls.clearAgentConfig("agt_support_triage");
    await press("Save");
    const card = await seeCard("Your changes aren’t saved yet");
    await seeRequestId(card);
    await userEvent.click(card.getByRole("button", { name: "Reload" }));
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
    await userEvent.click(card.getByRole("button", { name: "Sign in" }));
    await press("Use this key");
    await seeMessageSent();
  },
});

/** Retried out of sight, then told of beside the form; it works once the model is back. */
export const ModelProviderDown = meta.story({
  play: async () => {
    await seeConsole();
    await flip("Model provider down");
    await press("New session");
    await userEvent.type(screen.getByRole("textbox", { name: "Name" }), "Lost parcel");
    await press("Open session");
    const card = await seeCard("The session didn’t open");
    await seeRequestId(card);
    await flip("Model provider down");
    await userEvent.click(card.getByRole("button", { name: "Try again" }));
    await seeSession("Lost parcel");
  },
});

export const NameTaken = meta.story({
  play: async () => {
    await seeConsole();
    await press("New session");
    const name = screen.getByRole("textbox", { name: "Name" });
    await userEvent.type(name, "Parcel three days late");
    await press("Open session");
    await seeRequestId(await seeCard("This name is already in use"));
    await userEvent.type(name, ", again{Enter}");
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
      await userEvent.click(await card.findByRole("button", { name: "Try again" }));
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
    await userEvent.click(toast.getByRole("button", { name: "Request access" }));
    await press("Use the full-access key");
    await screen.findByText("Closed", { selector: ".pg-state" });
  },
});
