import { describe, expect } from "vitest";
import { test } from "./scenario-test.ts";

const apiUrl = "http://127.0.0.1:9";

describe("The browser that was found", () => {
  test("draws text, so that sizes and screenshots mean something", async ({ openScenario }) => {
    const page = await openScenario("Core", { apiUrl });

    const widths = await page.evaluate(() => {
      const context = document.createElement("canvas").getContext("2d");
      return ["i", "W"].map((letter) => {
        if (context) context.font = "40px sans-serif";
        return context?.measureText(letter).width ?? 0;
      });
    });

    expect(widths[0]).toBeGreaterThan(0);
    expect(widths[1]).toBeGreaterThan(Number(widths[0]));
  });

  test("lends its clipboard to a page that was given permission", async ({ openScenario }) => {
    const page = await openScenario("Core", {
      apiUrl,
      context: { permissions: ["clipboard-read", "clipboard-write"] },
    });

    const copied = await page.evaluate(async () => {
      await navigator.clipboard.writeText("req_01J2K");
      return navigator.clipboard.readText();
    });

    expect(copied).toBe("req_01J2K");
  });

  test("keeps a page under the strict policy from calling elsewhere", async ({
    openScenario,
    startApi,
  }) => {
    const server = await startApi();
    const other = await startApi();
    const page = await openScenario("Core", { apiUrl: server.url, csp: "strict" });

    const ask = (url: string) =>
      page.evaluate((target) => fetch(target).then(({ status }) => status), `${url}/v1/sessions`);

    expect(await ask(server.url)).toBe(200);
    await expect(ask(other.url)).rejects.toThrow("Failed to fetch");
    expect(other.requests).toEqual([]);
  });
});
