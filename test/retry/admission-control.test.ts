/** Calls A, B and C to one API, and what becomes of one when the others have met its rate limit, its outage or its budget. */
import { beforeEach, describe, expect, it, vi } from "vitest";
import { AdmissionControl } from "../../src/retry/admission-control.ts";
import type { BudgetOptions } from "../../src/retry/retry-budget.ts";
import {
  broken,
  type Call,
  calls,
  callTo,
  down,
  failTogether,
  failure,
  limited,
  noAnswer,
  tooLate,
} from "./calls-to-one-api.ts";

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
});

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

describe("a rate limit that call A was told of", () => {
  it("holds call B until it is over, and call C until B was answered", async () => {
    const { a, b, c } = calls({ drawn: 0.5 });
    await a.comesDue();
    await a.fails(limited(3));
    await pass(1_000);
    await b.comesDue();
    await c.comesDue();
    await pass(1_999);
    expect([b.is(), c.is()]).toEqual(["held", "held"]);
    await pass(1);
    expect([b.is(), c.is()]).toEqual(["admitted", "held"]);
    await pass(200);
    await b.succeeds();
    await pass(499);
    expect(c.is()).toBe("held");
    // Its dice put it in the middle of the second over which those that waited are spread.
    await pass(1);
    expect(c.is()).toBe("admitted");
  });

  it.each<[string, (b: Call) => Promise<void>]>([
    ["gets no answer", (b) => b.fails(noAnswer())],
    ["is not sent after all", (b) => b.withdraws()],
  ])("lets C go first where B %s, and D wait for C", async (_, end) => {
    const { a, b, c, d } = calls();
    await a.comesDue();
    await a.fails(limited(1));
    for (const call of [b, c, d]) await call.comesDue();
    await pass(1_000);
    expect([b, c, d].map((call) => call.is())).toEqual(["admitted", "held", "held"]);
    await end(b);
    expect([c.is(), d.is()]).toEqual(["admitted", "held"]);
  });

  it("lets D go first where C, whose turn it is, is held by something else", async () => {
    const { a, b, c, d } = calls();
    await failTogether([a, c], down);
    await pass(400);
    // A asks again, which C will wait for, and B is told of the limit.
    await a.comesDue();
    await b.comesDue();
    await b.fails(limited(1));
    await pass(100);
    await c.comesDue();
    await d.comesDue();
    await pass(900);
    expect([a, c, d].map((call) => call.is())).toEqual(["admitted", "held", "admitted"]);
  });

  it("of more than 5 s refuses B at once, and says when it is over and what it was", async () => {
    const { a, b } = calls();
    const limit = limited(30);
    await a.comesDue();
    await a.fails(limit);
    await pass(1_000);
    await b.comesDue();
    expect(b.verdict()).toEqual({
      kind: "refused",
      refusal: {
        retryStopped: "heldBack",
        retryAt: 30_000,
        told: { heldBy: limit },
      },
    });
  });

  it("refuses B's retry with B's own last failure", async () => {
    const { a, b } = calls();
    const own = broken();
    await b.comesDue();
    await b.fails(own);
    await a.comesDue();
    await a.fails(limited(30));
    await b.comesDue();
    expect(b.verdict()).toMatchObject({ kind: "refused", refusal: { told: { own } } });
  });

  it("that gets longer refuses at once whom it outlasts, and holds the others until its end", async () => {
    const { a, b, c, d } = calls();
    await a.comesDue();
    await d.comesDue();
    await a.fails(limited(2));
    await b.comesDue();
    await pass(1_900);
    await c.comesDue();
    await pass(50);
    await d.fails(limited(4));
    // B would have waited until 5,000 ms, C until 6,900 ms; the limit ends at 5,950 ms.
    expect([b.is(), c.is()]).toEqual(["refused", "held"]);
    await pass(3_999);
    expect(c.is()).toBe("held");
    await pass(1);
    expect(c.is()).toBe("admitted");
  });

  it.each<[string, (b: Call, c: Call) => Promise<void>]>([
    [
      "for what B, which went first, is answered",
      async (b, c) => {
        await b.comesDue();
        await b.fails(limited(1));
        await b.comesDue();
        await c.comesDue();
        await pass(1_000);
      },
    ],
    [
      "for its part of the second after a limit",
      async (b, c) => {
        await b.comesDue();
        await b.fails(limited(1));
        await b.comesDue();
        await c.comesDue();
        await pass(1_000);
        await b.succeeds();
      },
    ],
    [
      "for news",
      async (b, c) => {
        await failTogether([b, c], down);
        await pass(500);
        await b.comesDue();
        await c.comesDue();
      },
    ],
    [
      "for the budget",
      async (b, c) => {
        await failTogether([b, c], broken);
        await b.comesDue();
        await c.comesDue();
      },
    ],
  ])("concerns C at once where it waits %s", async (_, hold) => {
    for (const [seconds, expected] of [
      [30, "refused"],
      [2, "held"],
    ] as const) {
      const { a, b, c } = calls({ drawn: 0.9 }, { capacity: 1 });
      await a.comesDue();
      await hold(b, c);
      expect(c.is()).toBe("held");
      await a.fails(limited(seconds));
      expect(c.is()).toBe(expected);
      await pass(1_999);
      expect(c.is()).toBe(expected);
    }
  });

  it("that comes back while C and D wait for their part of a second spreads them anew after it", async () => {
    const { control, a, b, c, d } = calls({ drawn: 0.5 });
    const late = callTo(control);
    await late.comesDue();
    await a.comesDue();
    await a.fails(limited(1));
    for (const call of [b, c, d]) await call.comesDue();
    await pass(1_000);
    await b.succeeds();
    await pass(200);
    await late.fails(limited(1));
    await pass(1_000);
    expect([c.is(), d.is()]).toEqual(["admitted", "held"]);
    await c.succeeds();
    await pass(499);
    expect(d.is()).toBe("held");
    await pass(1);
    expect(d.is()).toBe("admitted");
  });

  it("holds C 5 s at most for what B is answered, and no longer than C has time", async () => {
    const { control, a, b, c } = calls();
    const hasty = callTo(control, { remainingMs: 1_500 });
    await a.comesDue();
    await a.fails(limited(1));
    for (const call of [b, c, hasty]) await call.comesDue();
    await pass(1_499);
    expect([c.is(), hasty.is()]).toEqual(["held", "held"]);
    await pass(1);
    expect(hasty.verdict()).toMatchObject({
      kind: "refused",
      refusal: { retryStopped: "deadline", told: { heldBy: { status: 429 } } },
    });
    await pass(3_499);
    expect(c.is()).toBe("held");
    await pass(1);
    expect(c.is()).toBe("admitted");
  });

  it("shuts the API for calls that begin, until it is open again", async () => {
    const { control, a, b } = calls();
    expect(control.isShut({ route: "GET /v1/x", isUnsigned: false })).toBe(false);
    await a.comesDue();
    await a.fails(limited(1));
    expect(control.isShut({ route: "GET /v1/x", isUnsigned: false })).toBe(true);
    await pass(1_000);
    expect(control.isShut({ route: "GET /v1/x", isUnsigned: false })).toBe(false);
    await b.comesDue();
    expect(control.isShut({ route: "GET /v1/x", isUnsigned: false })).toBe(true);
    await b.succeeds();
    expect(control.isShut({ route: "GET /v1/x", isUnsigned: false })).toBe(false);
  });
});

describe("an outage that calls A and B have seen together", () => {
  it("is asked about once a round: A's second failure counts for B, which keeps its own", async () => {
    const { a, b } = calls();
    const own = down();
    await failTogether([a], down);
    await pass(100);
    await b.comesDue();
    await b.fails(own);
    await pass(400);
    await a.comesDue();
    expect(a.is()).toBe("admitted");
    await pass(50);
    await a.fails(down());
    await pass(350);
    await b.comesDue();
    expect(b.verdict()).toEqual({ kind: "skipped", own, seen: a.progress.counted });
  });

  it.each([
    [249, "admitted"],
    [250, "skipped"],
    [999, "skipped"],
  ])(
    "is news to B, which failed at 0 and is due at 1,000 ms, where A sees it at %i ms: %s",
    async (atMs, expected) => {
      const { a, b } = calls();
      await a.comesDue();
      await failTogether([b], down);
      await pass(atMs);
      await a.fails(down());
      await pass(1_000 - atMs);
      await b.comesDue();
      expect(b.is()).toBe(expected);
    },
  );

  it.each([
    ["a 500", broken, {}],
    ["no answer in time", tooLate, {}],
    ["a 503, by a call that does not share", down, { shareEvidence: false }],
  ])("is nothing to go by for B where B failed with %s", async (_, error, options) => {
    const { a, b } = calls(options);
    await failTogether([b], error);
    await pass(900);
    await a.comesDue();
    await a.fails(down());
    await b.comesDue();
    expect(b.is()).toBe("admitted");
  });

  it("is never taken from A by B's last attempt, unless A saw it after that was due", async () => {
    const { a, b, c } = calls({ maxAttempts: 2 });
    await failTogether([a, b, c], down);
    await pass(400);
    await a.comesDue();
    await a.fails(down());
    await pass(100);
    await b.comesDue();
    expect(b.is()).toBe("admitted");
    await c.comesDue();
    expect(c.is()).toBe("held");
    await b.fails(down());
    expect(c.is()).toBe("skipped");
  });

  it("is waited for while A asks again: B goes where that works", async () => {
    const { a, b } = calls();
    await failTogether([a, b], down);
    await pass(500);
    await a.comesDue();
    await b.comesDue();
    await pass(3_000);
    expect(b.is()).toBe("held");
    await a.succeeds();
    expect(b.is()).toBe("admitted");
  });

  it("is news to B at once where C sees it while A still asks", async () => {
    const { a, b, c } = calls();
    await failTogether([a, b], down);
    await c.comesDue();
    await pass(500);
    await a.comesDue();
    await b.comesDue();
    await c.fails(down());
    expect([a.is(), b.is()]).toEqual(["admitted", "skipped"]);
  });

  it("is waited for 5 s at most", async () => {
    const { a, b } = calls();
    await failTogether([a, b], down);
    await pass(500);
    await a.comesDue();
    await b.comesDue();
    await pass(4_999);
    expect(b.is()).toBe("held");
    await pass(1);
    expect(b.is()).toBe("admitted");
  });

  it("is asked about by B, while C waits on, where A is told nothing of it", async () => {
    const { a, b, c } = calls();
    await failTogether([a, b, c], down);
    await pass(500);
    for (const call of [a, b, c]) await call.comesDue();
    await a.fails(broken());
    expect([b.is(), c.is()]).toEqual(["admitted", "held"]);
    await b.withdraws();
    expect(c.is()).toBe("admitted");
  });
});

describe("a budget of which call A's retry has the last", () => {
  const last = { capacity: 1 };

  it.each<[string, (a: Call) => Promise<void>, string]>([
    ["works", (a) => a.succeeds(), "admitted"],
    [
      "is answered with what no retry would change",
      (a) => a.fails(failure({ status: 404 })),
      "admitted",
    ],
    ["is not sent after all", (a) => a.withdraws(), "admitted"],
    ["fails", (a) => a.fails(broken()), "refused"],
  ])("is waited for by B: where A's retry %s, B's is %s", async (_, end, expected) => {
    const { a, b } = calls({}, last);
    await failTogether([a, b], broken);
    await a.comesDue();
    await b.comesDue();
    await pass(1_000);
    expect([a.is(), b.is()]).toEqual(["admitted", "held"]);
    await end(a);
    expect(b.is()).toBe(expected);
  });

  it("is refused to B after 5 s, with B's own last failure", async () => {
    const { a, b } = calls({}, last);
    await failTogether([a, b], broken);
    await a.comesDue();
    await b.comesDue();
    await pass(4_999);
    expect(b.is()).toBe("held");
    await pass(1);
    expect(b.verdict()).toEqual({
      kind: "refused",
      refusal: { retryStopped: "budget", told: { own: b.progress.lastFailure } },
    });
  });

  it("goes to one of those that wait, in the order in which they came", async () => {
    const { a, b, c } = calls({}, last);
    await failTogether([a, b, c], broken);
    for (const call of [a, b, c]) await call.comesDue();
    await a.succeeds();
    expect([b.is(), c.is()]).toEqual(["admitted", "held"]);
    await b.fails(broken());
    expect(c.is()).toBe("refused");
  });

  it("keeps no news from B while it waits: its round counts unsent", async () => {
    const { a, b, c } = calls({}, last);
    await failTogether([a], broken);
    await failTogether([b], down);
    await c.comesDue();
    await pass(500);
    await a.comesDue();
    await b.comesDue();
    expect(b.is()).toBe("held");
    await c.fails(down());
    expect(b.is()).toBe("skipped");
  });
});

describe("a call that is aborted while it is held", () => {
  /** B is held, C behind it; how A lets the next one go. */
  type Scene = [string, (a: Call, b: Call, c: Call) => Promise<void>, (a: Call) => Promise<void>];

  it.each<Scene>([
    [
      "at the gate",
      async (a, b, c) => {
        await a.comesDue();
        await a.fails(limited(1));
        await b.comesDue();
        await c.comesDue();
      },
      () => pass(1_000).then(() => {}),
    ],
    [
      "for news",
      async (a, b, c) => {
        await failTogether([a, b, c], down);
        await pass(500);
        for (const call of [a, b, c]) await call.comesDue();
      },
      (a) => a.succeeds(),
    ],
    [
      "for the budget",
      async (a, b, c) => {
        await failTogether([a, b, c], broken);
        for (const call of [a, b, c]) await call.comesDue();
      },
      (a) => a.succeeds(),
    ],
  ])("%s goes at once, leaves no timer, and its turn to the next", async (_, hold, letNext) => {
    const { a, b, c } = calls({}, { capacity: 1 });
    await hold(a, b, c);
    expect([b.is(), c.is()]).toEqual(["held", "held"]);
    const timers = vi.getTimerCount();
    b.abort();
    await pass(0);
    expect(b.is()).toBe("aborted");
    expect(vi.getTimerCount()).toBe(timers - 1);
    await letNext(a);
    expect(c.is()).toBe("admitted");
    expect(vi.getTimerCount()).toBe(0);
  });

  it("alone at a gate leaves nothing that would open it", async () => {
    const { a, b } = calls();
    await a.comesDue();
    await a.fails(limited(1));
    await b.comesDue();
    expect(vi.getTimerCount()).toBe(2);
    b.abort();
    await pass(0);
    expect(vi.getTimerCount()).toBe(0);
  });

  it("just when it is called leaves its turn to the next", async () => {
    const { a, b, c } = calls({}, { capacity: 1 });
    await failTogether([a, b, c], broken);
    for (const call of [a, b, c]) await call.comesDue();
    const gone = a.succeeds();
    b.abort();
    await gone;
    expect([b.is(), c.is()]).toEqual(["aborted", "admitted"]);
  });

  it("or was before asks for nothing", async () => {
    const { a } = calls();
    a.abort();
    await a.comesDue();
    expect(a.is()).toBe("aborted");
  });
});

interface Crowd {
  hold: (begun: readonly Call[]) => Promise<void>;
  /** What becomes of each when it has gone; by default it works. */
  end?: (call: Call) => Promise<void>;
  budget?: BudgetOptions;
  /** How often each waits. */
  waits: number;
}

const dueAgain = async (begun: readonly Call[]) => {
  await pass(500);
  for (const call of begun) await call.comesDue();
};

describe("many calls that wait", () => {
  /** How many timers are set for each until the last has gone: one a wait, and a few for all. */
  async function timersEach(count: number, { hold, end, budget }: Crowd) {
    const control = new AdmissionControl(budget ?? false);
    const begun = Array.from({ length: count }, () => callTo(control, { drawn: 0.5 }));
    const set = vi.spyOn(globalThis, "setTimeout");
    await hold(begun);
    const gone = new Set<Call>();
    for (let turn = 0; gone.size < count && turn < count + 500; turn += 1) {
      for (const call of begun)
        if (call.is() === "admitted" && !gone.has(call)) {
          gone.add(call);
          await (end?.(call) ?? call.succeeds());
        }
      await pass(10);
    }
    expect(gone.size).toBe(count);
    const each = set.mock.calls.length / count;
    set.mockRestore();
    return each;
  }

  it.each<[string, Crowd]>([
    [
      "at a gate, and then for their part of the second after it",
      {
        async hold([a, ...others]) {
          await a?.comesDue();
          await a?.fails(limited(1));
          for (const call of others) await call.comesDue();
          await a?.comesDue();
        },
        waits: 2,
      },
    ],
    [
      "at a gate whose limit gets longer with each answer",
      {
        async hold(begun) {
          const answered = begun.slice(0, begun.length / 2);
          for (const call of answered) await call.comesDue();
          await answered[0]?.fails(limited(1));
          for (const call of begun.slice(begun.length / 2)) await call.comesDue();
          for (const call of answered.slice(1)) {
            await pass(1);
            await call.fails(limited(1));
          }
          for (const call of answered) await call.comesDue();
        },
        waits: 2,
      },
    ],
    [
      "for news that is good",
      { hold: (begun) => failTogether(begun, down).then(() => dueAgain(begun)), waits: 1 },
    ],
    [
      "for news that does not come, one asking after the other",
      {
        hold: (begun) => failTogether(begun, down).then(() => dueAgain(begun)),
        end: (call) => call.fails(broken()),
        waits: 1,
      },
    ],
    [
      "for the budget",
      {
        hold: (begun) => failTogether(begun, broken).then(() => dueAgain(begun)),
        budget: { capacity: 1, refund: 0 },
        waits: 1,
      },
    ],
    [
      "for the budget after a time-out",
      {
        hold: (begun) => failTogether(begun, tooLate).then(() => dueAgain(begun)),
        budget: { capacity: 5, refund: 0 },
        waits: 1,
      },
    ],
  ])("%s are woken once for each of these, however many they are", async (_, crowd) => {
    for (const count of [20, 200])
      expect(Math.round(await timersEach(count, crowd))).toBe(crowd.waits);
  });
});
