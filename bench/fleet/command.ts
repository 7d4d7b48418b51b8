import { parseArguments } from "./arguments.ts";
import type { Job } from "./jobs/job.ts";
import { runJobs } from "./jobs/job-pool.ts";
import { figureTables } from "./report/figure-tables.ts";
import { byScenario, type FleetResult, fleetResult } from "./report/fleet-results.ts";
import { keepFleetResults } from "./report/keep-fleet-results.ts";
import { scenarioNamed } from "./scenario.ts";

/** Runs what the arguments name, and prints its tables; with `--write` they go into `bench/RESULTS.md`, with charts. */
export async function runFleet(args: readonly string[]): Promise<void> {
  const { clients, scenarios, isKept, ...options } = parseArguments(args);
  const jobs: Job[] = clients.flatMap((client) =>
    scenarios.map(({ name }) => ({ client, scenario: name, ...options })),
  );
  const results: FleetResult[] = [];
  await runJobs(longestFirst(jobs), (finished) => {
    results.push(fleetResult(finished));
    process.stderr.write(`\r${results.length} of ${jobs.length} runs`);
  });
  process.stderr.write("\n");
  const tables = figureTables(results, scenarios, clients);
  const outages = scenarios.filter(({ disturbance }) => disturbance.trouble);
  if (isKept) await keepFleetResults(tables, byScenario(results, outages, clients), options);
  else console.log(tables);
}

/** Else one core would be left alone with the longest at the end. */
function longestFirst(jobs: readonly Job[]): Job[] {
  return jobs.toSorted((a, b) => scenarioNamed(b.scenario).endS - scenarioNamed(a.scenario).endS);
}
