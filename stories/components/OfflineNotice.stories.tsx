import { onlineManager } from "@tanstack/react-query";
import { OfflineNotice, useApiQuery } from "react-recourse";
import { routeHandler } from "react-recourse/msw";
import { expect } from "storybook/test";
import preview from "../../.storybook/preview.tsx";

const meta = preview.meta({ title: "Components/OfflineNotice", component: OfflineNotice });

const route = "GET /v1/me";

function Name() {
  const me = useApiQuery<typeof route, { keyName: string }>(route);
  return <p>{me.data?.keyName ?? "Loading…"}</p>;
}

function goOffline() {
  onlineManager.setOnline(false);
  return () => onlineManager.setOnline(true);
}

/** Shown while something waits for a connection. */
export const Default = meta.story({
  render: () => (
    <>
      <OfflineNotice />
      <Name />
    </>
  ),
  beforeEach: goOffline,
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(/You’re offline/)).toBeVisible();
  },
});

/** Once the connection is back the work goes on by itself, and that is said once. */
export const BackOnline = meta.story({
  render: () => (
    <>
      <OfflineNotice />
      <Name />
    </>
  ),
  beforeEach({ msw }) {
    msw.use(routeHandler(route, () => Response.json({ keyName: "Full access" })));
    return goOffline();
  },
  play: async ({ canvas }) => {
    await canvas.findByText(/You’re offline/);
    onlineManager.setOnline(true);
    await expect(await canvas.findByText("You’re connected again.")).toBeVisible();
    await expect(await canvas.findByText("Full access")).toBeVisible();
  },
});
