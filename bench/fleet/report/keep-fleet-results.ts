import { mkdir, writeFile } from "node:fs/promises";
import { keepResults } from "../../report/results-page.ts";
import type { Scenario } from "../scenario.ts";
import type { SimulationOptions } from "../simulation-options.ts";
import { loadChart } from "./chart/load-chart.ts";
import type { FleetResult } from "./fleet-results.ts";

const charts = new URL("../charts/", import.meta.url);

type OutageResults = { scenario: Scenario; results: readonly FleetResult[] };

/** Writes the tables into the page of results, and a chart of every outage beside it. */
export async function keepFleetResults(
  tables: string,
  outages: readonly OutageResults[],
  options: SimulationOptions,
): Promise<void> {
  await mkdir(charts, { recursive: true });
  for (const { scenario, results } of outages)
    await writeFile(new URL(`${scenario.name}.svg`, charts), loadChart(scenario, results));
  const parts = [madeWith(options), linksTo(outages), tables];
  await keepResults("fleet", parts.join("\n\n"));
}

function madeWith({ seed, scale, kitRetry }: SimulationOptions): string {
  const changed = Object.keys(kitRetry).length > 0;
  const kit = changed ? `, the kit with \`${JSON.stringify(kitRetry)}\`` : "";
  return `Made with seed ${seed}, and ${scale} of the fleet${kit}.`;
}

function linksTo(outages: readonly OutageResults[]): string {
  const links = outages.map(({ scenario: { name } }) => `[\`${name}\`](fleet/charts/${name}.svg)`);
  return `Charts of the load over time: ${links.join(", ")}.`;
}
