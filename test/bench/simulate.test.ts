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
    const { loadInTrouble, recoveryS, inTimeInTrouble } = figuresOf(run, short("503-busy"));
    expect({ loadInTrouble, recoveryS, inTimeInTrouble }).toEqual({
      loadInTrouble: 1,
      recoveryS: 0,
      inTimeInTrouble: 0,
    });
  });

  test.for(clientNames)("of %s is served while nothing is wrong", async (client) => {
    const { traffic, callsPerSecond } = await simulate(clients[client], short("503-busy"), small);
    expect(sumOf(traffic.begun, 0, 5)).toBe(5 * callsPerSecond);
    expect(sumOf(traffic.inTime, 0, 5)).toBe(5 * callsPerSecond);
    expect(sumOf(traffic.arrived, 0, 5)).toBe(5 * callsPerSecond);
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
    const scenario = short("503-busy");
    const once = { ...small, kitRetry: { maxAttempts: 1 } };
    const run = await simulate(clients.kit, scenario, once);
    expect(figuresOf(run, scenario).loadInTrouble).toBe(1);
  });
});
