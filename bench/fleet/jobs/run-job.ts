import { clients } from "../clients/clients.ts";
import { scenarioNamed } from "../scenario.ts";
import { type Simulated, simulate } from "../simulate.ts";
import type { Job } from "./job.ts";

export function runJob({ client, scenario, ...options }: Job): Promise<Simulated> {
  return simulate(clients[client], scenarioNamed(scenario), options);
}
