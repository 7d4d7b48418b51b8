import { setTimeout } from "node:timers/promises";
import type { Browser } from "playwright";
import { inFreshPage } from "../pages/page-times.ts";
import { withBrowser } from "../pages/with-browser.ts";
import { markdownTable } from "../report/markdown-table.ts";
import { inRounds } from "../report/rounds.ts";
import { ratioText, ratioTo, spreadOf } from "../report/spread.ts";
import { type ContestantName, contestantNames } from "./contestant-name.ts";
import { type Flood, floods, trickles } from "./flood.ts";

/** After that a measurement ends, and its toaster is not measured again with the same flood. */
const patienceMs = 60_000;

export interface ToastCost {
  /** CPU time of the page's thread for scripts. */
  scriptMs: number;
  /** CPU time of the page's thread for all that it did. */
  threadMs: number;
  /** That the toaster has put into the page by then. */
  elements: number;
}

/** Floods each toaster with failures, in Chromium. */
export async function measureToasts({ isQuick }: { isQuick: boolean }): Promise<string> {
  const rounds = isQuick ? 1 : 3;
  return withBrowser("toasts", async (browser, url) => {
    const tables: string[] = [
      `${rounds} rounds, each measurement in a page of its own, in Chromium ${browser.version()}.`,
    ];
    for (const flood of isQuick ? trickles : floods) {
      process.stderr.write(`${flood.title} …\n`);
      const tooSlow = new Set<ContestantName>();
      const found = await inRounds(contestantNames, rounds, async (name) => {
        const cost = tooSlow.has(name) ? undefined : await costOf(name, flood, { browser, url });
        if (!cost) tooSlow.add(name);
        return cost;
      });
      tables.push(`### ${flood.title}`, toastTable(found));
    }
    return tables.join("\n\n");
  });
}

/** Gives nothing where it takes longer than anybody waits for. */
function costOf(
  name: ContestantName,
  flood: Flood,
  { browser, url }: { browser: Browser; url: string },
): Promise<ToastCost | undefined> {
  return inFreshPage(browser, `${url}/?contestant=${name}`, async (page, timesOf) => {
    await page.waitForFunction(() => "countElements" in window);
    await page.evaluate((asked) => window.prepare(asked), flood);
    const isOver = new AbortController();
    const times = await Promise.race([
      timesOf(() => page.evaluate(() => window.show())),
      setTimeout(patienceMs, undefined, { signal: isOver.signal }),
    ]).finally(() => isOver.abort());
    return times && { ...times, elements: await page.evaluate(() => window.countElements()) };
  });
}

/** Against the first. One that took too long has no figures. */
export function toastTable(
  found: readonly { name: ContestantName; figures: readonly (ToastCost | undefined)[] }[],
): string {
  const [base] = found;
  const all = (costs: readonly (ToastCost | undefined)[] = [], cost: keyof ToastCost) =>
    costs.map((figure) => figure?.[cost] ?? Number.NaN);
  return markdownTable(
    [
      "toaster",
      "scripts",
      "scripts, against the kit",
      "all of the thread",
      "… against the kit",
      "elements",
    ],
    found.map(({ name, figures }) => {
      const title = name === "kit" ? "**`ErrorToaster`**" : name;
      if (figures.includes(undefined))
        return [title, `over ${patienceMs / 1_000} s`, "", "", "", ""];
      return [
        title,
        ...(["scriptMs", "threadMs"] as const).flatMap((cost) => [
          `${spreadOf(all(figures, cost)).median.toFixed(0)} ms`,
          ratioText(ratioTo(all(base?.figures, cost), all(figures, cost))),
        ]),
        spreadOf(all(figures, "elements")).median.toFixed(0),
      ];
    }),
  );
}
