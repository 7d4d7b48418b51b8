import type { DocumentedCode } from "react-recourse";
import { expect, screen } from "storybook/test";
import preview from "../../.storybook/preview.tsx";
import { AgentConsole } from "./console/AgentConsole.tsx";
import {
  choose,
  press,
  seeConsole,
  seeMessageSent,
  seeProblem,
  sendWithFault,
  tick,
  writeAndSend,
} from "./console-driver.ts";
import { baseUrl, withService } from "./playground-setting.ts";
import type { AgentService } from "./service/agent-service.ts";

const quiet = { retry: false, onError: () => {} } as const;

const meta = preview.meta({
  title: "Playground/Scenarios",
  parameters: { layout: "fullscreen", controls: { disable: true } },
  ...withService({ latencyMs: 0 }),
  render: (_args, { loaded }) => (
    <AgentConsole service={loaded["service"]} baseUrl={baseUrl} api={quiet} />
  ),
});

interface Scenario {
  title: string;
  button: string;
  /** What pressing the button leads to. */
  leadsTo: () => Promise<unknown>;
}

const newSession = () => screen.findByRole("heading", { name: "New session" });

const scenarios = {
  SESSION_NOT_FOUND: {
    title: "We couldn’t find this session",
    button: "Open a new session",
    leadsTo: newSession,
  },
  SESSION_EXPIRED: {
    title: "This session has expired",
    button: "Open a new session",
    leadsTo: newSession,
  },
  SESSION_CREATION_ERROR: {
    title: "The session didn’t open",
    button: "Try again",
    leadsTo: seeMessageSent,
  },
  INVALID_SESSION: {
    title: "This session can’t take that right now",
    button: "Open a new session",
    leadsTo: newSession,
  },
  MESSAGES_HISTORY_ERROR: {
    title: "Earlier messages didn’t load",
    button: "Try again",
    leadsTo: seeMessageSent,
  },
  MODELS_NOT_FOUND: {
    title: "This model isn’t available to your organization",
    button: "Choose another model",
    async leadsTo() {
      await screen.findByText("Choose a model.");
      await choose(/Harbor Small/);
      await seeMessageSent();
    },
  },
  TOOLS_NOT_FOUND: {
    title: "One of the agent’s tools is missing",
    button: "Attach tools",
    async leadsTo() {
      await screen.findByText(/Attach a tool that’s available, or detach/);
      await tick(/Draft a refund/);
      await seeMessageSent();
    },
  },
  CONFIG_NOT_FOUND: {
    title: "The agent isn’t fully set up",
    button: "Complete setup",
    async leadsTo() {
      await screen.findByText("Fill in what’s marked below, then save.");
      await press("Save");
      await seeMessageSent();
    },
  },
  UNAUTHORIZED: {
    title: "You’re not signed in",
    button: "Sign in",
    async leadsTo() {
      await screen.findByRole("heading", { name: "Sign in with an API key" });
      await press("Use this key");
      await seeMessageSent();
    },
  },
  GENERIC_ERROR: { title: "That didn’t work", button: "Try again", leadsTo: seeMessageSent },
} satisfies Record<Exclude<DocumentedCode, "ABORT_ERROR">, Scenario>;

/** Arms the code, meets it, and takes the way out that the card offers. */
const walk = (code: keyof typeof scenarios) => async () => {
  const { title, button, leadsTo }: Scenario = scenarios[code];
  await sendWithFault(code);
  const card = await seeProblem(title);
  await press(button, card);
  await leadsTo();
};

export const SessionNotFound = meta.story({
  name: "SESSION_NOT_FOUND",
  play: walk("SESSION_NOT_FOUND"),
});
export const SessionExpired = meta.story({
  name: "SESSION_EXPIRED",
  play: walk("SESSION_EXPIRED"),
});
export const SessionCreationError = meta.story({
  name: "SESSION_CREATION_ERROR",
  play: walk("SESSION_CREATION_ERROR"),
});
export const InvalidSession = meta.story({
  name: "INVALID_SESSION",
  play: walk("INVALID_SESSION"),
});
export const MessagesHistoryError = meta.story({
  name: "MESSAGES_HISTORY_ERROR",
  play: walk("MESSAGES_HISTORY_ERROR"),
});
export const ModelsNotFound = meta.story({
  name: "MODELS_NOT_FOUND",
  play: walk("MODELS_NOT_FOUND"),
});
export const ToolsNotFound = meta.story({ name: "TOOLS_NOT_FOUND", play: walk("TOOLS_NOT_FOUND") });
export const ConfigNotFound = meta.story({
  name: "CONFIG_NOT_FOUND",
  play: walk("CONFIG_NOT_FOUND"),
});
export const Unauthorized = meta.story({ name: "UNAUTHORIZED", play: walk("UNAUTHORIZED") });
export const GenericError = meta.story({ name: "GENERIC_ERROR", play: walk("GENERIC_ERROR") });

/** The person has aborted nothing: what the service gave up is not sent, whatever it calls that. */
export const AbortError = meta.story({
  name: "ABORT_ERROR",
  play: async () => {
    await sendWithFault("ABORT_ERROR");
    await seeProblem("This request wasn’t accepted");
  },
});

const titleOfStatus = {
  "400": "This couldn’t be sent as it is",
  "401": "You’re not signed in",
  "403": "You don’t have access to this",
  "404": "We couldn’t find this",
  "408": "No answer came in time",
  "409": "This couldn’t be saved",
  "422": "Some of this can’t be used",
  "500": "That didn’t work",
  "502": "The service isn’t available right now",
  "503": "The service isn’t available right now",
  "504": "The service isn’t available right now",
};

/** Every error status of the reference, one after the other. */
export const Statuses = meta.story({
  play: async () => {
    for (const [status, title] of Object.entries(titleOfStatus)) {
      await sendWithFault(status);
      await seeProblem(title);
    }
  },
});

/** The limit says from when sending makes sense again; until then the button counts down. */
export const RateLimited = meta.story({
  play: async () => {
    await sendWithFault("429 after 90 s");
    const card = await seeProblem("The service needs a short pause");
    await press(/Try again in/, card);
    await expect(card.getByRole("button", { name: /Try again in/ })).toHaveAttribute(
      "aria-disabled",
      "true",
    );
  },
});

/** The read-only key meets the missing scope by itself; access is one button away. */
export const MissingScope = meta.story({
  play: async ({ loaded }) => {
    const service: AgentService = loaded["service"];
    await seeConsole();
    service.controls.setKeyReadOnly(service.keys.full, true);
    await writeAndSend();
    const card = await seeProblem("This key can only read");
    service.controls.setKeyReadOnly(service.keys.full, false);
    await press("Request access", card);
    await press("Use the full-access key");
    await seeMessageSent();
  },
});
