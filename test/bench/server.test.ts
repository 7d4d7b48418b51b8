import { describe, expect, it, test } from "vitest";
import { VirtualClock } from "../../bench/fleet/clock/virtual-clock.ts";
import { type Answer, Server, type ServerPlan } from "../../bench/fleet/server/server.ts";
import { TrafficLog } from "../../bench/fleet/traffic.ts";

/** A server of 10 requests a second with a queue of 0.4 s, which is 4 requests. */
function runningServer(plan: Partial<ServerPlan> = {}) {
  const clock = new VirtualClock();
  const log = new TrafficLog({ fromMs: 0, seconds: 10 });
  const server = new Server(
    { requestsPerSecond: 10, queueS: 0.4, failureShare: 0, ...plan },
    { clock, log, random: () => 0.5 },
  );
  const answers: (readonly [name: string, status: Answer["status"], ...number[]])[] = [];
  const send = (name: string, isAwaited = true) =>
    server.receive({
      isAwaited: () => isAwaited,
      answer: ({ status, retryAfterS }) =>
        answers.push([name, status, clock.nowMs, ...(retryAfterS ? [retryAfterS] : [])]),
    });
  return { clock, log, answers, send };
}

describe("the server", () => {
  it("works off one request after the other, first in, first out", async () => {
    const { clock, answers, send } = runningServer();
    for (const name of ["a", "b", "c"]) send(name);
    await clock.runUntil(1_000);
    expect(answers).toEqual([
      ["a", 200, 100],
      ["b", 200, 200],
      ["c", 200, 300],
    ]);
  });

  it("refuses at once what its queue does not hold", async () => {
    const { clock, answers, send } = runningServer();
    for (const name of ["a", "b", "c", "d", "e"]) send(name);
    expect(answers).toEqual([["e", 503, 0]]);
    await clock.runUntil(1_000);
    expect(answers).toHaveLength(5);
  });

  it("serves what nobody waits for any more, and that is wasted", async () => {
    const { clock, log, send } = runningServer();
    send("left", false);
    send("left too", false);
    send("awaited");
    await clock.runUntil(1_000);
    expect([log.arrived[0], log.served[0], log.wasted[0]]).toEqual([3, 3, 2]);
  });

  it("takes twice as long while it is slow", async () => {
    const trouble = { kind: "isSlow", fromMs: 0, toMs: 300 } as const;
    const { clock, answers, send } = runningServer({ trouble });
    for (const name of ["a", "b", "c"]) send(name);
    await clock.runUntil(1_000);
    expect(answers.map(([, , answeredMs]) => answeredMs)).toEqual([200, 400, 500]);
  });

  test.for([
    ["refuses", undefined, [["a", 503, 500]]],
    ["refuses", 10, [["a", 503, 500, 10]]],
    ["hangs", undefined, []],
  ] as const)(
    "%s from the beginning of its trouble to the end (Retry-After %s)",
    async ([kind, retryAfterS, seen]) => {
      const { clock, answers, send } = runningServer({
        trouble: { kind, fromMs: 500, toMs: 700, retryAfterS },
      });
      clock.at(500, () => send("a"));
      clock.at(700, () => send("b"));
      await clock.runUntil(1_000);
      expect(answers).toEqual([...seen, ["b", 200, 800]]);
    },
  );

  test.for([
    [0.6, 500],
    [0.4, 200],
  ] as const)("fails a share of %d by chance", async ([failureShare, status]) => {
    const { clock, answers, send } = runningServer({ failureShare });
    send("a");
    await clock.runUntil(100);
    expect(answers).toEqual([["a", status, 100]]);
  });
});
