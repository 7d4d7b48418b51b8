import type { Page } from "playwright";
import { describe, expect } from "vitest";
import { test } from "./scenario-test.ts";

const apiUrl = "http://127.0.0.1:9";

/** What holds something wider than itself: that is cut off, reaches into an edge, or makes the page scroll sideways. */
function findTooWide(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("html, .recourse, .recourse *")]
      .filter((part) => part.closest(".recourse-offscreen, [aria-live]") === null)
      .filter(({ clientWidth, scrollWidth }) => clientWidth > 0 && scrollWidth > clientWidth)
      .map(
        (part) => `${part.tagName} ${part.className}: ${part.scrollWidth - part.clientWidth} px`,
      ),
  );
}

describe("Cards and toasts with long words", () => {
  test.for([
    ["on a small phone", 320, 16],
    ["on a small phone with text of twice the size", 320, 32],
    ["in a column of 280 px", 280, 16],
    ["in a column of 240 px", 240, 16],
    ["in a column of 180 px", 180, 16],
  ] as const)("keep within their width %s", async ([, width, fontSize], { openScenario }) => {
    const page = await openScenario("LongWords", {
      apiUrl,
      context: { viewport: { width, height: 640 } },
    });
    await page.getByRole("dialog").waitFor();
    await page.evaluate((size) => {
      document.documentElement.style.fontSize = `${size}px`;
      for (const details of document.querySelectorAll("details")) details.open = true;
    }, fontSize);

    expect(await findTooWide(page)).toEqual([]);
  });

  test("keep within a narrow column of a wide page", async ({ openScenario }) => {
    const page = await openScenario("LongWords", { apiUrl });
    await page.getByRole("dialog").waitFor();
    await page.evaluate(() => {
      for (const column of document.querySelectorAll("main")) column.style.inlineSize = "200px";
      for (const details of document.querySelectorAll("details")) details.open = true;
    });

    expect(await findTooWide(page)).toEqual([]);
  });
});

describe("A request id", () => {
  test("on a small phone is in one piece where a line has room, and begins where its line does", async ({
    openScenario,
  }) => {
    const context = { viewport: { width: 320, height: 640 } };
    const page = await openScenario("LongWords", { apiUrl, context });
    await page.getByRole("dialog").waitFor();
    const ids = await page.locator(".recourse-id").evaluateAll((elements) => {
      document.documentElement.dir = "rtl";
      return elements.map((element) => {
        const text = document.createRange();
        text.selectNodeContents(element);
        const label = element.parentElement?.querySelector(".recourse-label");
        return {
          lines: new Set([...text.getClientRects()].map(({ top }) => top)).size,
          indent: Math.round(
            (label?.getBoundingClientRect().right ?? 0) - text.getBoundingClientRect().right,
          ),
        };
      });
    });
    // The one that is in no card and no toast stands beside its label.
    const [alone] = ids.splice(3, 1);
    expect(alone?.lines).toBe(1);
    expect(ids.map(({ indent }) => indent)).toEqual([0, 0, 0, 0]);
  });
});
