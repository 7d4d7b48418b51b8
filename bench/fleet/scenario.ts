import type { Trouble } from "./server/server.ts";

/** The people: pages that call at random times, or pages that poll their lists. */
export type Population =
  | { kind: "callers"; name: string; title: string; callsPerSecond: number }
  | { kind: "pollers"; name: string; title: string; lists: number; everyS: number };

/** What is wrong with the server, and how long. */
export interface Disturbance {
  name: string;
  title: string;
  lastsS: number;
  trouble?: { kind: Trouble; retryAfterS?: number };
  /** The share of answers that are a 500, at all times. */
  failureShare?: number;
  /** Whom it may be of interest for; everybody by default. */
  populations?: readonly string[];
}

export interface Scenario {
  /** `503-tabs`. */
  name: string;
  population: Population;
  disturbance: Disturbance;
  /** When the trouble begins and ends. Where answers fail at random, they do so all the time, and this much is looked at. */
  fromS: number;
  toS: number;
  endS: number;
  /** How much of the fleet it takes, so that a long outage has no more calls than a short one. */
  share: number;
}

/** What all pages of a full fleet ask for in a second. */
export const offeredPerSecond = 280;

/** What the server of a full fleet can do in a second. */
export const capacityPerSecond = 300;

export const populations: readonly Population[] = [
  {
    kind: "callers",
    name: "busy",
    title: "busy pages, 2.8 calls a second each",
    callsPerSecond: 2.8,
  },
  {
    kind: "callers",
    name: "tabs",
    title: "quiet tabs, a call in 20 s each",
    callsPerSecond: 0.05,
  },
  {
    kind: "pollers",
    name: "pollers",
    title: "pollers, one call in 120 s each",
    lists: 1,
    everyS: 120,
  },
  {
    kind: "pollers",
    name: "dashboards",
    title: "dashboards, ten polls every 5 s each",
    lists: 10,
    everyS: 5,
  },
];

export const outages: readonly Disturbance[] = [
  { name: "503", title: "503 at once", lastsS: 30, trouble: { kind: "refuses" } },
  {
    name: "503ra",
    title: "503 with Retry-After: 10",
    lastsS: 30,
    trouble: { kind: "refuses", retryAfterS: 10 },
  },
  { name: "half", title: "half the capacity", lastsS: 30, trouble: { kind: "isSlow" } },
  { name: "hang", title: "no answer", lastsS: 30, trouble: { kind: "hangs" } },
  { name: "503-300s", title: "503 at once", lastsS: 300, trouble: { kind: "refuses" } },
  {
    name: "503-900s",
    title: "503 at once",
    lastsS: 900,
    trouble: { kind: "refuses" },
    // Those with so few calls that what a retry has cost may be given back meanwhile.
    populations: ["tabs", "pollers"],
  },
];

export const randomFailures: readonly Disturbance[] = [1, 10, 30].map((percent) => ({
  name: `rand${percent}`,
  title: `${percent} % of all answers a 500`,
  lastsS: 90,
  failureShare: percent / 100,
  // The load plays no part, so that polls are calls like others.
  populations: ["busy", "tabs"],
}));

/** How long a fleet is watched once its server works again. */
const aftermathS = 190;

/** How long an outage of 30 s is watched. */
const shortestS = 280;

/** Every disturbance of every population that it may be of interest for. */
export const scenarios: readonly Scenario[] = [...outages, ...randomFailures].flatMap(
  (disturbance) =>
    populations
      .filter(({ name }) => disturbance.populations?.includes(name) ?? true)
      .map((population) => scenarioOf(disturbance, population)),
);

function scenarioOf(disturbance: Disturbance, population: Population): Scenario {
  const fromS = 60;
  const toS = fromS + disturbance.lastsS;
  const endS = toS + (disturbance.trouble ? aftermathS : 30);
  const name = `${disturbance.name}-${population.name}`;
  const share = Math.min(1, shortestS / endS);
  return { name, population, disturbance, fromS, toS, endS, share };
}

/** @throws RangeError for a name that no scenario has */
export function scenarioNamed(name: string): Scenario {
  const found = scenarios.find((scenario) => scenario.name === name);
  if (!found) throw new RangeError(`No scenario is named ${name}.`);
  return found;
}
