import { expect, it } from "vitest";
import type { ContestantName } from "../../../bench/hooks/contestant-name.ts";
import { hookTable } from "../../../bench/hooks/measure-hooks.ts";

it("compares each hook with the first, in time and in CPU time", () => {
  const result = (name: ContestantName, settledMs: number, threadMs: number) => ({
    name,
    figures: [{ settledMs, threadMs }],
  });
  const table = hookTable([result("timer", 200, 100), result("kit", 220, 150)]);
  expect(table.split("\n").slice(2)).toEqual([
    "| `useQuery`, `fetch` with an abort timer | 200 ms | 1.00x (1.00 to 1.00) | 1.00x (1.00 to 1.00) |",
    "| **`useApiQuery`** | 220 ms | 1.10x (1.10 to 1.10) | 1.50x (1.50 to 1.50) |",
  ]);
});
