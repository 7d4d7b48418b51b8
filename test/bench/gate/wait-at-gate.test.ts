import { describe, expect, it } from "vitest";
import { gateTable } from "../../../bench/gate/measure-gate.ts";
import { beginAtMs, retryAfterS, waitAtGate } from "../../../bench/gate/wait-at-gate.ts";

describe("the calls that are measured at the gate", () => {
  it("wait until it opens, one goes first, and all get what they asked for", async () => {
    const { succeeded, sentMs } = await waitAtGate(50, true);
    const [limited, probe, next, ...others] = sentMs;
    expect(succeeded).toBe(50);
    expect(limited).toBe(0);
    expect(probe).toBeGreaterThanOrEqual(1_000 * retryAfterS);
    expect(next).toBeGreaterThanOrEqual((probe ?? 0) + 20);
    expect(others).toHaveLength(48);
  });

  it("are sent at once where there is no limit", async () => {
    const { succeeded, sentMs } = await waitAtGate(50, false);
    expect(succeeded).toBe(50);
    expect(new Set(sentMs)).toEqual(new Set([0, beginAtMs]));
  });
});

it("tells what each call costs, and how much more than without a limit", () => {
  const runs = (cpuMs: number) => [{ cpuMs, endedAtMs: 4_100 }];
  const table = gateTable([{ calls: 2_000, waiting: runs(600), free: runs(500) }]);
  expect(table.split("\n").at(-1)).toBe(
    "| 2,000 | 0.60 s | 300 µs | 1.20x (1.20 to 1.20) | 4.1 s |",
  );
});
