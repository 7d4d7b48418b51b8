import { describe, expect } from "vitest";
import { test as base } from "../e2e/scenario-test.ts";
import { callTwentyTimes, tokenService } from "../e2e/token-tabs.ts";
import { startFirefox, type Tab } from "./firefox.ts";

/** Opens the scenario Core in a tab of a Firefox that all of them share. */
const test = base.extend("openTab", { scope: "file" }, async ({ pageUrl }, { onCleanup }) => {
  const firefox = await startFirefox();
  onCleanup(() => firefox.close());
  return async (apiUrl: string) => {
    const query = new URLSearchParams({ scenario: "Core", api: apiUrl });
    const tab = await firefox.openTab(`${pageUrl}/production/?${query}`);
    await expect.poll(() => evaluate(tab, () => "core" in window)).toBe(true);
    return tab;
  };
});

async function evaluate<Args extends unknown[]>(
  tab: Tab,
  work: (...args: Args) => unknown,
  ...args: Args
): Promise<unknown> {
  await tab.begin(work, ...args);
  return tab.outcome();
}

/** Firefox hands a stored token over late in most of them, not in all. */
const rounds = 20;

const twenty = Array.from({ length: 20 }, () => "in");

describe("Two tabs of Firefox whose token has run out", () => {
  test(`refresh it once in all, ${rounds} times of ${rounds}`, async ({ openTab, startApi }) => {
    const server = await startApi();
    const [first, second] = [await openTab(server.url), await openTab(server.url)];
    const refreshes: number[] = [];

    for (let round = 1; round <= rounds; round += 1) {
      const { resource, refresh } = tokenService(`new ${round}`);
      server.script("GET /v1/resource", [resource]);
      server.script("POST /v1/refresh", [refresh]);
      const begun = server.requests.length;
      await evaluate(first, () => localStorage.setItem("token", "old"));
      await expect.poll(() => evaluate(second, () => localStorage.getItem("token"))).toBe("old");

      for (const tab of [first, second]) await tab.begin(callTwentyTimes, server.url);
      expect([await first.outcome(), await second.outcome()]).toEqual([twenty, twenty]);
      const paths = server.requests.slice(begun).map(({ path }) => path);
      refreshes.push(paths.filter((path) => path === "/v1/refresh").length);
    }

    expect(refreshes).toEqual(Array.from({ length: rounds }, () => 1));
  });
});
