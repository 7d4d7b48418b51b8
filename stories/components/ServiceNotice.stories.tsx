import { ServiceNotice } from "react-recourse";
import { errorResponse } from "react-recourse/msw";
import { expect } from "storybook/test";
import preview from "../../.storybook/preview.tsx";
import { ExampleApp } from "../docs/ExampleApp.tsx";
import { walkByKeyboard } from "../keyboard.ts";
import { FailedParts } from "./FailedParts.tsx";

const meta = preview.meta({ title: "Components/ServiceNotice", component: ServiceNotice });

/** Shown from the second call on that finds the service down. */
export const Default = meta.story({
  render: () => (
    <ExampleApp answer={() => errorResponse(503)}>
      <div className="docs-page">
        <ServiceNotice />
        <FailedParts />
      </div>
    </ExampleApp>
  ),
  play: async ({ canvas }) => {
    const notice = await canvas.findByRole("group");
    await expect(notice).toHaveAccessibleName("The service isn’t available right now");
    await walkByKeyboard();
  },
});
