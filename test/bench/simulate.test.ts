import { describe, expect, it, test } from "vitest";
import { clientNames } from "../../bench/fleet/clients/client-name.ts";
import { clients } from "../../bench/fleet/clients/clients.ts";
import { figuresOf } from "../../bench/fleet/report/figures.ts";
import { sumOf } from "../../bench/fleet/report/recovery.ts";
import { type Scenario, scenarioNamed } from "../../bench/fleet/scenario.ts";
import { simulate } from "../../bench/fleet/simulate.ts";

/** One of the scenarios, cut short: trouble from 5 to 8 s, and 17 s more. */
function short(name: string): Scenario {
  const { disturbance, ...scenario } = scenarioNamed(name);
  return { ...scenario, disturbance: { ...disturbance, lastsS: 3 }, fromS: 5, toS: 8, endS: 25 };
}

/** A few pages. */
const small = { seed: 1, scale: 1 / 40, kitRetry: {} };

describe("a simulated fleet", () => {
  test.for(["kit", "ky", "loop"] as const)(
    "of %s makes the same requests with the same seed, and others with another",
    async (client) => {
      const run = async (seed: number) =>
        (await simulate(clients[client], short("half-tabs"), { ...small, seed })).traffic;
      const [first, second, other] = [await run(1), await run(1), await run(2)];
      expect(second).toEqual(first);
      expect(other).not.toEqual(first);
    },
  );

  it("that does not retry bears what it is asked for, and is back at once", async () => {
    const run = await simulate(clients["no-retry"], short("503-busy"), small);
    const { recoveryS, inTimeInTrouble } = figuresOf(run, short("503-busy"));
    expect({ recoveryS, inTimeInTrouble }).toEqual({ recoveryS: 0, inTimeInTrouble: 0 });
    expect(run.traffic.arrived).toEqual(run.traffic.begun);
  });

  test.for(clientNames)("of %s is served while nothing is wrong", async (client) => {
    const { traffic } = await simulate(clients[client], short("503-busy"), small);
    const begun = sumOf(traffic.begun, 0, 5);
    expect(begun).toBeGreaterThan(0);
    expect(sumOf(traffic.inTime, 0, 5)).toBe(begun);
    expect(sumOf(traffic.arrived, 0, 5)).toBe(begun);
  });

  it("calls by chance: so often on average, in a part of a fleet as evenly as in a whole one", async () => {
    const { disturbance, ...scenario } = scenarioNamed("rand1-busy");
    const quiet = { ...scenario, disturbance: { ...disturbance, failureShare: 0 }, endS: 200 };
    const { traffic } = await simulate(clients["no-retry"], quiet, { ...small, scale: 1 / 8 });
    const average = sumOf(traffic.begun, 0, 200) / 200;
    const variance =
      sumOf(
        traffic.begun.map((calls) => (calls - average) ** 2),
        0,
        200,
      ) / 200;
    // A whole fleet's seconds vary by the root of 280, which is 6 %.
    expect(average).toBeGreaterThan(0.98 * 35);
    expect(average).toBeLessThan(1.02 * 35);
    expect(Math.sqrt(variance) / average).toBeGreaterThan(0.05);
    expect(Math.sqrt(variance) / average).toBeLessThan(0.07);
  });

  it("puts the page's globals back when a client fails to start", async () => {
    const before = [Date, setTimeout, Math.random];
    const broken = () => {
      throw new Error("no client");
    };
    await expect(simulate(broken, short("503-busy"), small)).rejects.toThrow("no client");
    expect([Date, setTimeout, Math.random]).toEqual(before);
  });

  it("takes the retry options of the kit", async () => {
    const once = { ...small, kitRetry: { maxAttempts: 1 } };
    const { traffic } = await simulate(clients.kit, short("503-busy"), once);
    expect(traffic.arrived).toEqual(traffic.begun);
  });
});
