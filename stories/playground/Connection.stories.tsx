import { expect, screen, waitFor } from "storybook/test";
import preview from "../../.storybook/preview.tsx";
import { AgentConsole } from "./console/AgentConsole.tsx";
import {
  arm,
  flip,
  press,
  seeCard,
  seeConsole,
  seeMessageSent,
  seeTextInComposer,
  seeToast,
  sendWithFault,
  text,
  writeAndSend,
} from "./console-driver.ts";
import { baseUrl, withService } from "./playground-setting.ts";
import type { AgentService } from "./service/agent-service.ts";

const fast = { retry: { baseDelayMs: 20 }, timeoutMs: 1_500, onError: () => {} };

/** No answer, half an answer, or one that is not the service's. */
const meta = preview.meta({
  title: "Playground/Connection",
  parameters: { layout: "fullscreen", controls: { disable: true } },
  ...withService({ latencyMs: 0 }),
  render: (_args, { loaded }) => (
    <AgentConsole service={loaded["service"]} baseUrl={baseUrl} api={fast} />
  ),
});

/** The card, the text back in the composer, and the button that sends it after all. */
const failAndRetry = (fault: string, title: string) => async () => {
  await sendWithFault(fault);
  const card = await seeCard(title);
  await seeTextInComposer();
  await press("Try again", card);
  await seeMessageSent();
};

export const ConnectionLost = meta.story({
  play: failAndRetry("Connection lost", "We couldn’t reach the service"),
});
export const AnswerCutOff = meta.story({
  play: failAndRetry("Answer cut off", "We couldn’t reach the service"),
});
export const NoAnswer = meta.story({
  play: failAndRetry("No answer", "No answer came in time"),
});

/** What came cannot be read, so that nobody knows what the service did: it is looked at before anything is sent again. */
export const InvalidJson = meta.story({
  name: "Invalid JSON",
  play: async () => {
    await sendWithFault("Invalid JSON");
    const card = await seeCard("We couldn’t read the answer");
    await seeTextInComposer();
    await press("Reload", card);
    await seeConsole();
    await seeTextInComposer();
  },
});

/** A proxy's page is a 502 like any other: tried again, and never seen. */
export const HtmlFromAProxy = meta.story({
  name: "HTML from a proxy",
  play: async ({ loaded }) => {
    const service: AgentService = loaded["service"];
    await sendWithFault("HTML 502");
    await seeMessageSent();
    const sends = service
      .snapshot()
      .calls.filter(({ route }) => route === "POST /v1/sessions/{sessionId}/messages");
    await expect(sends.map(({ status }) => status)).toEqual([502, 201]);
  },
});

/** Five attempts, each a line of the log; then the person is told. */
export const RetriedInVain = meta.story({
  play: async () => {
    await seeConsole();
    await arm("503", 5);
    await writeAndSend();
    await seeCard("The service isn’t available right now");
    await seeTextInComposer();
    await expect(screen.getAllByText("503", { selector: ".pg-call-status" })).toHaveLength(5);
  },
});

/** An abort is silent: the person knows. */
export const Cancelled = meta.story({
  play: async () => {
    await sendWithFault("Slow");
    await press("Cancel");
    await seeTextInComposer();
    await expect(screen.queryByText(text, { selector: "p" })).toBeNull();
    await expect(screen.queryByRole("alert")).toBeNull();
    await expect(screen.queryByRole("dialog")).toBeNull();
  },
});

/** The list that shows stays, and a toast tells that it is not the latest. */
export const RefetchFails = meta.story({
  play: async () => {
    await seeConsole();
    await arm("500", 5);
    await press("Refresh sessions");
    const toast = await seeToast("That didn’t work");
    await expect(screen.getByRole("button", { name: /Night delivery question/ })).toBeVisible();
    await press("Try again", toast);
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  },
});

export const Offline = meta.story({
  play: async () => {
    await seeConsole();
    await flip("Browser offline");
    await writeAndSend();
    await screen.findByRole("group", { name: /^You’re offline. This continues by itself/ });
    await flip("Browser offline");
    await seeMessageSent();
    await screen.findByRole("group", { name: "You’re connected again." });
  },
});
