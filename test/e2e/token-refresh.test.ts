import { describe, expect } from "vitest";
import { test } from "./scenario-test.ts";
import { callTwentyTimes, tokenService } from "./token-tabs.ts";

const twenty = Array.from({ length: 20 }, () => "in");

describe("Two tabs whose token has run out", () => {
  test("refresh it once in all, and each of their forty calls goes through", async ({
    openScenario,
    startApi,
  }) => {
    const server = await startApi();
    const { resource, refresh } = tokenService("new");
    server.script("GET /v1/resource", [resource]);
    server.script("POST /v1/refresh", [refresh]);
    const first = await openScenario("Core", { apiUrl: server.url });
    const second = await first.context().newPage();
    await second.goto(first.url());
    await second.waitForFunction(() => "core" in window);
    await first.evaluate(() => localStorage.setItem("token", "old"));

    const outcomes = await Promise.all([
      first.evaluate(callTwentyTimes, server.url),
      second.evaluate(callTwentyTimes, server.url),
    ]);

    expect(outcomes).toEqual([twenty, twenty]);
    expect(server.requests.filter(({ path }) => path === "/v1/refresh")).toHaveLength(1);
    const signed = server.requests.map(({ headers }) => headers["authorization"]);
    expect(signed.filter((token) => token === "Bearer old")).toHaveLength(40);
    expect(signed.filter((token) => token === "Bearer new")).toHaveLength(40);
    expect(await first.evaluate(async () => navigator.locks.query())).toEqual({
      held: [],
      pending: [],
    });
  });
});
