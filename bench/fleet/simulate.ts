import type { CreateClient } from "./clients/client.ts";
import { replaceGlobals } from "./clock/replaced-globals.ts";
import { VirtualClock } from "./clock/virtual-clock.ts";
import { beginCalls } from "./pages/callers.ts";
import { openPollingPages } from "./pages/polling-pages.ts";
import { capacityPerSecond, offeredPerSecond, type Population, type Scenario } from "./scenario.ts";
import { seededRandom } from "./seeded-random.ts";
import { connect } from "./server/connection.ts";
import { Server, type ServerPlan } from "./server/server.ts";
import type { SimulationOptions } from "./simulation-options.ts";
import { type Traffic, TrafficLog } from "./traffic.ts";

export interface Simulated {
  traffic: Traffic;
  /** How many pages there were. */
  pages: number;
  callsPerSecond: number;
}

/** Runs one client through one scenario. The same options give the same traffic. */
export async function simulate(
  create: CreateClient,
  scenario: Scenario,
  { seed, scale, kitRetry }: SimulationOptions,
): Promise<Simulated> {
  const { population, endS, share } = scenario;
  const fleet = fleetOf(population, scale * share);
  // A page that polls is opened somewhen in the first period; before its end there are fewer polls than later.
  const warmUpMs = population.kind === "pollers" ? population.everyS * 1_000 : 0;
  const endMs = warmUpMs + endS * 1_000;
  const randomOf = (stream: number) => seededRandom(seed * 7_919 + stream);
  const clock = new VirtualClock();
  const log = new TrafficLog({ fromMs: warmUpMs, seconds: endS });
  const putGlobalsBack = replaceGlobals(clock, randomOf(1));
  try {
    const plan = planFor(scenario, fleet.callsPerSecond, warmUpMs);
    const server = new Server(plan, { clock, log, random: randomOf(2) });
    const fetch = connect(server, clock);
    const pages = Array.from({ length: fleet.pages }, () => create({ fetch, kitRetry }));
    const world = { clock, log, random: randomOf(3) };
    if (population.kind === "callers")
      beginCalls({ pages, callsPerSecond: fleet.callsPerSecond, seconds: endS }, world);
    else
      openPollingPages(
        { pages, lists: population.lists, everyMs: population.everyS * 1_000 },
        world,
      );
    await clock.runUntil(endMs);
    return { traffic: log, ...fleet };
  } finally {
    putGlobalsBack();
  }
}

/** As many pages as make up what is offered. */
function fleetOf(population: Population, scale: number) {
  const offered = offeredPerSecond * scale;
  if (population.kind === "callers") {
    const pages = Math.max(1, Math.round(offered / population.callsPerSecond));
    return { pages, callsPerSecond: offered };
  }
  // Each polls at its own rate: the sum, and so the server, is that of a whole number of pages.
  const callsPerPage = population.lists / population.everyS;
  const pages = Math.max(1, Math.round(offered / callsPerPage));
  return { pages, callsPerSecond: pages * callsPerPage };
}

/** As a multiple of what it is asked for. */
const usualCapacity = capacityPerSecond / offeredPerSecond;

/** So much that even 12 requests for each call never wait: where answers fail at random, load plays no part. */
const ampleCapacity = 3_600 / offeredPerSecond;

function planFor(
  { disturbance, fromS, toS }: Scenario,
  callsPerSecond: number,
  warmUpMs: number,
): ServerPlan {
  const { trouble, failureShare = 0 } = disturbance;
  return {
    requestsPerSecond: callsPerSecond * (trouble ? usualCapacity : ampleCapacity),
    queueS: 4,
    failureShare,
    ...(trouble && {
      trouble: { ...trouble, fromMs: warmUpMs + fromS * 1_000, toMs: warmUpMs + toS * 1_000 },
    }),
  };
}
