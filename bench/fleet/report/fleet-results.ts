import type { ClientName } from "../clients/client-name.ts";
import type { Finished } from "../jobs/job-pool.ts";
import { type Scenario, scenarioNamed } from "../scenario.ts";
import type { Traffic } from "../traffic.ts";
import { type Figures, figuresOf } from "./figures.ts";

/** One client in one scenario, as tables and charts show it. */
export interface FleetResult {
  client: ClientName;
  scenario: Scenario;
  traffic: Traffic;
  callsPerSecond: number;
  figures: Figures;
}

export function fleetResult({ job, traffic, callsPerSecond }: Finished): FleetResult {
  const scenario = scenarioNamed(job.scenario);
  return {
    client: job.client,
    scenario,
    traffic,
    callsPerSecond,
    figures: figuresOf({ traffic, callsPerSecond }, scenario),
  };
}

/** The results of each scenario that has any, in the order of scenarios; those of one in the order of clients. */
export function byScenario(
  results: readonly FleetResult[],
  scenarios: readonly Scenario[],
  clients: readonly ClientName[],
): { scenario: Scenario; results: FleetResult[] }[] {
  return scenarios.map((scenario) => ({
    scenario,
    results: clients.flatMap((client) =>
      results.filter((result) => result.client === client && result.scenario === scenario),
    ),
  }));
}
