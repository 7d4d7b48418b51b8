import { screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { failing } from "react-recourse/msw";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { renderApp } from "./render-app.tsx";
import { server } from "./server.ts";

beforeAll(() => server.listen({ onUnhandledRequest: "error" }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

test("an expired session has a button that opens a new one", async () => {
  server.use(failing("GET /v1/sessions/{sessionId}", "SESSION_EXPIRED"));
  renderApp();
  await screen.findByRole("heading", { name: "This session has expired" });
  screen.getByRole("button", { name: "Open a new session" });
});

test("“Try again” loads the session", async () => {
  server.use(failing("GET /v1/sessions/{sessionId}", "GENERIC_ERROR", { times: 1 }));
  renderApp();
  await userEvent.click(await screen.findByRole("button", { name: "Try again" }));
  expect(await screen.findByRole("heading", { name: "Invoice questions" })).toBeVisible();
});

test("the card shows the request id that the server gave", async () => {
  server.use(failing("GET /v1/sessions/{sessionId}", 500, { requestId: "req_for_support" }));
  renderApp();
  const [shown] = await screen.findAllByText("req_for_support");
  expect(shown).toBeVisible();
});
