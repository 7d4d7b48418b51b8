import { act, screen } from "@testing-library/react";
import { failing } from "react-recourse/msw";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { renderApp } from "./render-app.tsx";
import { server } from "./server.ts";

beforeAll(() => server.listen({ onUnhandledRequest: "error" }));
beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  server.resetHandlers();
});
afterAll(() => server.close());

test("a service that restarts for two seconds is not noticed", async () => {
  server.use(failing("GET /v1/sessions/{sessionId}", 503, { times: 2 }));
  renderApp({ retry: {} });
  await act(() => vi.advanceTimersByTimeAsync(500));
  expect(screen.getByRole("heading", { name: "Loading…" })).toBeVisible();
  await act(() => vi.advanceTimersByTimeAsync(10_000));
  expect(screen.getByRole("heading", { name: "Invoice questions" })).toBeVisible();
});

test("a service that stays down becomes a card after five attempts", async () => {
  server.use(failing("GET /v1/sessions/{sessionId}", 503));
  renderApp({ retry: {} });
  await act(() => vi.advanceTimersByTimeAsync(20_000));
  expect(screen.getByRole("button", { name: "Try again" })).toBeVisible();
});
