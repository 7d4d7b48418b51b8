import type { Browser, CDPSession, Page } from "playwright";

/** What the page's own thread worked, in CPU time: for scripts, and all together with styles, layout and painting. */
export interface PageTimes {
  scriptMs: number;
  threadMs: number;
}

/** Opens a page for one measurement, in a context of its own, and closes it afterwards. What it throws ends the bench. */
export async function inFreshPage<Found>(
  browser: Browser,
  url: string,
  measure: (page: Page, timesOf: TimesOf) => Promise<Found>,
): Promise<Found> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    const thrown = new Promise<never>((_, reject) => page.once("pageerror", reject));
    const session = await context.newCDPSession(page);
    await session.send("Performance.enable", { timeDomain: "threadTicks" });
    await page.goto(url);
    return await Promise.race([measure(page, timesOf(session)), thrown]);
  } finally {
    await context.close();
  }
}

export type TimesOf = (work: () => Promise<void>) => Promise<PageTimes>;

function timesOf(session: CDPSession): TimesOf {
  return async (work) => {
    await session.send("HeapProfiler.collectGarbage");
    const before = await metricsOf(session);
    await work();
    const after = await metricsOf(session);
    const sinceMs = (name: string) =>
      1_000 * ((after.get(name) ?? Number.NaN) - (before.get(name) ?? Number.NaN));
    return { scriptMs: sinceMs("ScriptDuration"), threadMs: sinceMs("TaskDuration") };
  };
}

async function metricsOf(session: CDPSession): Promise<ReadonlyMap<string, number>> {
  const { metrics } = await session.send("Performance.getMetrics");
  return new Map(metrics.map(({ name, value }) => [name, value]));
}
