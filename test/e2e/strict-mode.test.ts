import { describe, expect } from "vitest";
import { fault } from "../server/fault.ts";
import { collectLogLines } from "./log-lines.ts";
import { test } from "./scenario-test.ts";
import { openSession } from "./session-page.ts";

const build = "development";

describe("React's StrictMode, which mounts and renders everything twice", () => {
  test("does not double a toast that is raised in a mount effect", async ({ openScenario }) => {
    const page = await openScenario("Toasts", { apiUrl: "http://127.0.0.1:9", build });
    await page.getByRole("button", { name: "Mount the toaster" }).click();
    await page.getByRole("button", { name: "Mount the widget" }).click();

    await page.getByRole("dialog").waitFor();
    expect(await page.getByRole("dialog").count()).toBe(1);
    expect(await page.getByText("×").count()).toBe(0);
  });

  test("does not double the toast, log line or request of a failed refetch", async ({
    openScenario,
    startApi,
  }) => {
    const api = await startApi();
    const page = await openScenario("QuickSession", { apiUrl: api.url, build });
    await openSession(page, "s1");
    await page.getByTestId("session").waitFor();
    const sent = api.requests.length;
    const lines = collectLogLines(page);
    api.script("GET /v1/sessions/s1", [fault.error("SESSION_EXPIRED")]);
    await page.getByRole("button", { name: "Refresh" }).click();

    await page.getByRole("dialog").waitFor();
    expect(await page.getByRole("dialog").count()).toBe(1);
    expect(await page.getByText("×").count()).toBe(0);
    await expect.poll(() => lines).toHaveLength(1);
    expect(api.requests).toHaveLength(sent + 1);
  });

  test("does not double the toast or request of a failed mutation", async ({
    openScenario,
    startApi,
  }) => {
    const api = await startApi();
    const page = await openScenario("Messages", { apiUrl: api.url, build });
    const lines = collectLogLines(page);
    api.script("POST /v1/sessions/s1/messages", [fault.error("INVALID_SESSION")]);
    await page.getByRole("button", { name: "Send", exact: true }).click();

    await page.getByRole("dialog").waitFor();
    expect(await page.getByRole("dialog").count()).toBe(1);
    expect(await page.getByText("×").count()).toBe(0);
    await expect.poll(() => lines).toHaveLength(1);
    expect(api.requests).toHaveLength(1);
  });

  test("does not tell twice of what a boundary catches", async ({ openScenario, startApi }) => {
    const api = await startApi();
    const page = await openScenario("Boundaries", { apiUrl: api.url, build });
    const lines = collectLogLines(page);
    api.script("GET /v1/sessions/s1", [fault.error("SESSION_EXPIRED")]);
    await openSession(page, "s1");

    await page.locator("section.recourse-card").waitFor();
    await expect.poll(() => page.getByTestId("told").textContent()).toBe("SESSION_EXPIRED");
    await expect.poll(() => lines).toHaveLength(1);
    expect(api.requests).toHaveLength(1);
  });
});
