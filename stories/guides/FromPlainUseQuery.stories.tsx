import { en } from "react-recourse";
import { failing, routeHandler } from "react-recourse/msw";
import { expect, screen, waitFor, within } from "storybook/test";
import preview from "../../.storybook/preview.tsx";
import { goToToasts, press } from "../keyboard.ts";
import { App } from "./plain-query/after/App.tsx";
import { queryClient } from "./plain-query/after/query-client.ts";

const meta = preview.meta({ title: "Guides/From plain useQuery", component: App });

/** The app of the guide, after its last step. The first call of each kind fails. */
export const After = meta.story({
  beforeEach({ msw }) {
    queryClient.clear();
    msw.use(
      failing("GET /v1/sessions/{sessionId}", "GENERIC_ERROR", {
        times: 1,
        headers: { "x-should-retry": "false" },
      }),
      failing("POST /v1/sessions/{sessionId}/archive", 409, { times: 1 }),
      routeHandler("GET /v1/sessions/{sessionId}", () =>
        Response.json({ name: "Invoice questions" }),
      ),
      routeHandler("POST /v1/sessions/{sessionId}/archive", () => Response.json({ ok: true })),
    );
  },
  play: async ({ canvas }) => {
    await canvas.findByRole("heading", { name: en.entries.GENERIC_ERROR.title });
    await expect(canvas.getByRole("button", { name: /^Copy$/ })).toBeVisible();
    await press(canvas.getByRole("button", { name: "Try again" }));
    await press(await canvas.findByRole("button", { name: "Archive" }));
    const toast = await screen.findByRole("dialog", { name: en.entries.conflict.title });
    await waitFor(() => expect(toast).toBeVisible());
    await goToToasts();
    await press(within(toast).getByRole("button", { name: "Try again" }));
    await expect(await canvas.findByText("Archived")).toBeVisible();
  },
});
