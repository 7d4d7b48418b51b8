import { Suspense } from "react";
import { ErrorBoundary, ErrorCard, useApiSuspenseQuery } from "react-recourse";
import { failing, routeHandler } from "react-recourse/msw";
import { expect, waitFor } from "storybook/test";
import preview from "../../.storybook/preview.tsx";
import { press } from "../keyboard.ts";
import { storyRemedies } from "../StoryProvider.tsx";

const meta = preview.meta({ title: "Components/ErrorBoundary", component: ErrorBoundary });

const route = "GET /v1/chat/models";
const models = routeHandler(route, () =>
  Response.json({ items: ["harbor-large", "harbor-small"] }),
);

function Models() {
  const { data } = useApiSuspenseQuery<typeof route, { items: string[] }>(route, { retry: false });
  return <p>{data.items.join(", ")}</p>;
}

/** One failing part does not take the rest of the page along, and "Try again" fetches it again. */
export const Default = meta.story({
  args: {
    children: (
      <Suspense fallback={<p>Loading models…</p>}>
        <Models />
      </Suspense>
    ),
  },
  beforeEach({ msw }) {
    msw.use(failing(route, "GENERIC_ERROR", { times: 1 }), models);
  },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole("heading", { name: "That didn’t work" })).toBeVisible();
    await press(canvas.getByRole("button", { name: "Try again" }));
    await expect(await canvas.findByText("harbor-large, harbor-small")).toBeVisible();
  },
});

/** The inner boundary takes rate limits alone; everything else goes on to the page's boundary. */
export const Catches = meta.story({
  beforeEach({ msw }) {
    msw.use(failing(route, "UNAUTHORIZED"));
  },
  render: () => (
    <ErrorBoundary
      fallbackRender={({ error, resetErrorBoundary }) => (
        <ErrorCard variant="page" error={error} onRetry={resetErrorBoundary} />
      )}
    >
      <ErrorBoundary catches={["rateLimited"]}>
        <Suspense fallback={<p>Loading models…</p>}>
          <Models />
        </Suspense>
      </ErrorBoundary>
    </ErrorBoundary>
  ),
  play: async ({ canvas }) => {
    await expect(
      await canvas.findByRole("heading", { name: "You’re not signed in" }),
    ).toBeVisible();
    await press(canvas.getByRole("button", { name: "Sign in" }));
    await expect(storyRemedies.signIn).toHaveBeenCalled();
  },
});

function Broken(): never {
  throw new TypeError("Cannot read properties of undefined");
}

/** A bug in the app itself gets the same plain words. The message is for the log. Who tries in vain keeps the focus. */
export const AnyThrownValue = meta.story({
  args: { children: <Broken /> },
  play: async ({ canvas }) => {
    const title = { name: "This didn’t work as it should" };
    await expect(await canvas.findByRole("heading", title)).toBeVisible();
    await expect(canvas.queryByText(/undefined/)).toBeNull();
    await press(canvas.getByRole("button", { name: "Try again" }));
    await waitFor(() => expect(canvas.getByRole("heading", title)).toHaveFocus());
  },
});
