import { inRounds } from "../report/rounds.ts";
import type { GateFound, GateInput } from "./gate-found.ts";
import { beginAtMs, retryAfterS, waitAtGate } from "./wait-at-gate.ts";

const { rounds, sizes }: GateInput = JSON.parse(process.argv[2] ?? "");
await waitAtGate(2_000, true);
await waitAtGate(2_000, false);

const found: GateFound[] = [];
for (const calls of sizes) {
  const [waiting, free] = await inRounds(["waiting", "free"], rounds, async (name) => {
    const run = await waitAtGate(calls, name === "waiting");
    if (run.succeeded !== calls)
      throw new Error(`${run.succeeded} of ${calls} calls got what they asked for`);
    const sentEarly = run.sentMs.filter((ms) => ms >= beginAtMs && ms < 1_000 * retryAfterS);
    if (name === "waiting" && sentEarly.length > 0)
      throw new Error(`${sentEarly.length} of ${calls} calls did not wait`);
    return { cpuMs: run.cpuMs, endedAtMs: run.endedAtMs };
  });
  found.push({ calls, waiting: waiting?.figures ?? [], free: free?.figures ?? [] });
}
console.log(JSON.stringify(found));
