import { inFreshPage } from "../pages/page-times.ts";
import { withBrowser } from "../pages/with-browser.ts";
import { markdownTable } from "../report/markdown-table.ts";
import { inRounds } from "../report/rounds.ts";
import { ratioText, ratioTo, spreadOf } from "../report/spread.ts";
import { type ContestantName, contestantNames, contestantTitles } from "./contestant-name.ts";

export interface HookCost {
  /** From the first render until the last row shows its data. */
  settledMs: number;
  /** CPU time of the page's thread meanwhile. */
  threadMs: number;
}

/** Mounts 1,000 queries by each hook, in Chromium. */
export async function measureHooks({ isQuick }: { isQuick: boolean }): Promise<string> {
  const [rows, rounds] = isQuick ? [50, 2] : [1_000, 16];
  return withBrowser("hooks", async (browser, url) => {
    const measure = (name: ContestantName) =>
      inFreshPage(browser, `${url}/?contestant=${name}`, async (page, timesOf) => {
        await page.waitForFunction(() => "mountRows" in window);
        let settledMs = Number.NaN;
        const { threadMs } = await timesOf(async () => {
          settledMs = await page.evaluate((count) => window.mountRows(count), rows);
        });
        return { settledMs, threadMs };
      });
    const found = await inRounds(contestantNames, rounds, measure);
    return [
      `${rounds} rounds of ${rows} mounted queries, each in a page of its own, in Chromium ${browser.version()}.`,
      hookTable(found),
    ].join("\n\n");
  });
}

/** Against the first. */
export function hookTable(
  found: readonly { name: ContestantName; figures: readonly HookCost[] }[],
): string {
  const [base] = found;
  return markdownTable(
    ["hook", "until all show data", "against the first", "CPU time of the page's thread"],
    found.map(({ name, figures }) => [
      contestantTitles[name],
      `${spreadOf(figures.map(({ settledMs }) => settledMs)).median.toFixed(0)} ms`,
      ...(["settledMs", "threadMs"] as const).map((cost) =>
        ratioText(
          ratioTo(
            base?.figures.map((figure) => figure[cost]) ?? [],
            figures.map((figure) => figure[cost]),
          ),
        ),
      ),
    ]),
  );
}
