import type { Page } from "playwright";
import { describe, expect } from "vitest";
import type { Reply } from "../server/exchange.ts";
import { fault } from "../server/fault.ts";
import { test } from "./scenario-test.ts";

/** Takes one token, and gives it for a refresh; slow, so that the tabs' refreshes would overlap. */
function tokenService(taken: string): { resource: Reply; refresh: Reply } {
  return {
    resource: (exchange) => {
      const isTaken = exchange.request.headers["authorization"] === `Bearer ${taken}`;
      return (isTaken ? fault.ok("in") : fault.error("UNAUTHORIZED"))(exchange);
    },
    refresh: fault.slow(300, fault.ok({ token: taken })),
  };
}

/** Twenty calls at once with a token that this origin's tabs share; resolves with what came. */
function callTwentyTimes(page: Page, baseUrl: string): Promise<unknown[]> {
  return page.evaluate(async (url) => {
    const { bearer, createApi } = window.core;
    const api = createApi({
      baseUrl: url,
      onError: () => {},
      credentials: bearer({
        token: () => localStorage.getItem("token"),
        refresh: async () => {
          const answer = await fetch(`${url}/v1/refresh`, { method: "POST" });
          const { token } = await answer.json();
          localStorage.setItem("token", token);
          return token;
        },
      }),
    });
    const calls = Array.from({ length: 20 }, () => api.request("GET /v1/resource"));
    return Promise.all(calls);
  }, baseUrl);
}

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
      callTwentyTimes(first, server.url),
      callTwentyTimes(second, server.url),
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
