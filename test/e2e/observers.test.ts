import { describe, expect } from "vitest";
import { fault } from "../server/fault.ts";
import { collectLogLines } from "./log-lines.ts";
import { test } from "./scenario-test.ts";

const everyOf = (texts: readonly string[], ending: string) =>
  texts.length === 10 && texts.every((text) => text.endsWith(ending));

describe("One failing query that ten components show", () => {
  test("logs one line and makes one toast when a refetch fails behind its data", async ({
    openScenario,
    startApi,
  }) => {
    const api = await startApi();
    const page = await openScenario("Observers", { apiUrl: api.url });
    const observers = page.getByTestId("observer");
    await expect.poll(async () => everyOf(await observers.allTextContents(), ": data")).toBe(true);
    const lines = collectLogLines(page);
    api.script("GET /v1/sessions/s1", [fault.error("SESSION_EXPIRED", { requestId: "req_1" })]);
    await page.getByRole("button", { name: "Refresh" }).click();

    await expect
      .poll(async () => everyOf(await observers.allTextContents(), ": data, stale"))
      .toBe(true);
    await page.getByText("This session has expired").last().waitFor();
    expect(await page.getByRole("dialog").count()).toBe(1);
    expect(await page.getByRole("dialog").getByText("×").count()).toBe(0);
    await expect
      .poll(() => lines)
      .toEqual([
        "[react-recourse] GET /v1/sessions/{sessionId} SESSION_EXPIRED status=404 requestId=req_1 attempts=1 retryStopped=notRetryable",
      ]);
    expect(api.requests).toHaveLength(2);
  });

  test("logs one line and makes no toast when its first load fails", async ({
    openScenario,
    startApi,
  }) => {
    const api = await startApi();
    const held = fault.held(fault.error("SESSION_EXPIRED", { requestId: "req_1" }));
    api.script("GET /v1/sessions/s1", [held.reply]);
    const page = await openScenario("Observers", { apiUrl: api.url });
    const lines = collectLogLines(page);
    held.release();

    const observers = page.getByTestId("observer");
    await expect.poll(async () => everyOf(await observers.allTextContents(), ": error")).toBe(true);
    await expect
      .poll(() => lines)
      .toEqual([expect.stringContaining("SESSION_EXPIRED status=404 requestId=req_1")]);
    expect(await page.locator(".recourse-toast").count()).toBe(0);
    expect(api.requests).toHaveLength(1);
  });
});
