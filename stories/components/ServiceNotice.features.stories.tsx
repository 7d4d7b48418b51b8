import { onlineManager } from "@tanstack/react-query";
import { ServiceNotice, useApiQuery } from "react-recourse";
import { errorResponse } from "react-recourse/msw";
import { expect, fn, waitFor } from "storybook/test";
import preview from "../../.storybook/preview.tsx";
import { Anatomy, type AnatomyPart } from "../docs/Anatomy.tsx";
import { ExampleApp } from "../docs/ExampleApp.tsx";
import { seeNumbers } from "../docs/see-numbers.ts";
import { press } from "../keyboard.ts";
import { FailedParts } from "./FailedParts.tsx";

const meta = preview.meta({ title: "Components/ServiceNotice", component: ServiceNotice });

const down = () => errorResponse(503);
const limited = () => errorResponse(429, { retryAfterSeconds: 50 });

function Page({ answer }: { answer: () => Response }) {
  return (
    <ExampleApp answer={answer}>
      <div className="docs-page">
        <ServiceNotice />
        <FailedParts />
      </div>
    </ExampleApp>
  );
}

/** It takes two that fail. */
function TwoCalls() {
  useApiQuery("GET /v1/agents");
  useApiQuery("GET /v1/sessions");
  return null;
}

const parts: readonly AnatomyPart[] = [
  {
    name: "Icon",
    what: "Looks quiet, and raises no alarm. Never read out.",
    at: ".recourse-service > .recourse-icon",
  },
  {
    name: "Title",
    what: "Says what is wrong with the service. It is the name of the notice.",
    at: ".recourse-service-title",
    side: "top",
  },
  {
    name: "Words",
    what: "Say what this means for the page or, for a limit, when it ends.",
    at: ".recourse-service-words p:last-child",
  },
  {
    name: "Try now",
    what: "Shows only if a query on the page has failed. It sends one request.",
    at: ".recourse-actions button",
    side: "end",
  },
];

export const Parts = meta.story({
  name: "Anatomy",
  render: () => (
    <ExampleApp answer={down}>
      <Anatomy parts={parts}>
        <ServiceNotice />
        <TwoCalls />
      </Anatomy>
    </ExampleApp>
  ),
  play: seeNumbers,
});

/** Nothing can be sent until then, so that there is nothing to press. */
export const Limited = meta.story({
  render: () => <Page answer={limited} />,
  play: async ({ canvas }) => {
    const notice = await canvas.findByRole("group", { name: "The service needs a short break" });
    await expect(notice).toHaveTextContent(/It answers again in \d+ sec\./);
    await expect(canvas.queryByRole("button")).toBeNull();
  },
});

/** There is no connection: that is told before anything of the service. */
export const Offline = meta.story({
  beforeEach() {
    onlineManager.setOnline(false);
    return () => onlineManager.setOnline(true);
  },
  render: () => <Page answer={down} />,
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(/You’re offline/)).toBeVisible();
  },
});

const answer = fn<() => Response>(down);

/** One request asks whether it is back. What else failed follows over a second. */
export const BackAgain = meta.story({
  beforeEach: () => void answer.mockReset().mockImplementation(down),
  render: () => <Page answer={answer} />,
  play: async ({ canvas }) => {
    const tryNow = await canvas.findByRole("button", { name: "Try now" });
    await waitFor(() => expect(answer).toHaveBeenCalledTimes(3));
    await press(tryNow);
    await waitFor(() => expect(answer).toHaveBeenCalledTimes(4));
    await expect(tryNow).toHaveFocus();

    await waitFor(() => expect(tryNow).not.toHaveAttribute("aria-disabled"));
    answer.mockImplementation(() => Response.json({ count: 12 }));
    await press(tryNow);
    await expect(await canvas.findByText("The service is available again.")).toBeVisible();
    await waitFor(() => expect(canvas.getAllByText("12")).toHaveLength(3), { timeout: 2_000 });
    await expect(answer).toHaveBeenCalledTimes(7);
    await expect(document.activeElement).toContainElement(canvas.queryByRole("group"));
  },
});
