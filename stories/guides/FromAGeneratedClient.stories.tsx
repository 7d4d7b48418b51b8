import { en } from "react-recourse";
import { failing, routeHandler } from "react-recourse/msw";
import { expect } from "storybook/test";
import preview from "../../.storybook/preview.tsx";
import { press } from "../keyboard.ts";
import { App } from "./generated-client/after/App.tsx";
import { queryClient } from "./generated-client/after/query-client.ts";

const meta = preview.meta({ title: "Guides/From a generated client", component: App });

/** The app of the guide, after its last step. The first call fails. */
export const After = meta.story({
  beforeEach({ msw }) {
    queryClient.clear();
    msw.use(
      failing("GET /v1/sessions/{sessionId}", "GENERIC_ERROR", {
        times: 1,
        headers: { "x-should-retry": "false" },
      }),
      routeHandler("GET /v1/sessions/{sessionId}", () =>
        Response.json({ id: "ses_1001", name: "Invoice questions" }),
      ),
    );
  },
  play: async ({ canvas }) => {
    await canvas.findByRole("heading", { name: en.entries.GENERIC_ERROR.title });
    await expect(canvas.getByRole("button", { name: /^Copy$/ })).toBeVisible();
    await press(canvas.getByRole("button", { name: "Try again" }));
    await expect(await canvas.findByRole("heading", { name: "Invoice questions" })).toBeVisible();
  },
});
