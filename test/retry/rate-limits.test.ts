import { beforeEach, describe, expect, it, vi } from "vitest";
import { AdmissionControl } from "../../src/retry/admission-control.ts";
import type { GateScope } from "../../src/retry/rate-limits.ts";
import { callTo, limited } from "./calls-to-one-api.ts";

beforeEach(() => {
  vi.useFakeTimers();
});

const hour = 3_600;

/** An API whose routes are limited as told, one after the other, for so many seconds. */
async function apiLimited(seconds: Record<string, number>, scope?: GateScope) {
  const control = new AdmissionControl(false, scope);
  const begun = Object.entries(seconds).map(([route, forS]) => ({
    call: callTo(control, { route }),
    forS,
  }));
  for (const { call } of begun) await call.comesDue();
  for (const { call, forS } of begun) await call.fails(limited(forS));
  /** What becomes of a call of a route that is begun now. */
  const calls = async (route: string, isUnsigned = false) => {
    const call = callTo(control, { route, isUnsigned });
    await call.comesDue();
    return call;
  };
  return {
    calls,
    is: async (route: string, isUnsigned = false) => (await calls(route, isUnsigned)).is(),
  };
}

const [exports, search, login] = ["POST /export", "GET /search", "POST /login"];

describe("A rate limit", () => {
  it("closes its route, and no other", async () => {
    const { is } = await apiLimited({ [exports]: hour });
    expect([await is(exports), await is(login), await is(search)]).toEqual([
      "refused",
      "admitted",
      "admitted",
    ]);
  });

  it.each([
    [hour, 30, 30],
    [30, hour, 30],
    [hour, hour, 60],
    [hour, 3, 3],
  ])(
    "of a second route, of %i s after %i s, closes the API for %i s: the shorter, and a minute at most",
    async (first, second, closedS) => {
      const { calls, is } = await apiLimited({ [exports]: first, [search]: second });
      await vi.advanceTimersByTimeAsync(closedS * 1_000 - 1);
      const next = await calls(login);
      expect(next.is()).toBe("held");
      await vi.advanceTimersByTimeAsync(1);
      expect(next.is()).toBe("admitted");
      await next.succeeds();
      expect(await is(exports)).toBe(first === hour ? "refused" : "admitted");
    },
  );

  it("of two routes holds nothing that is sent unsigned, but for those two", async () => {
    const { is } = await apiLimited({ [exports]: hour, [search]: hour });
    expect([await is(login, true), await is(search, true)]).toEqual(["admitted", "refused"]);
  });

  it("of the same route twice says nothing of the API", async () => {
    const control = new AdmissionControl(false);
    const [a, b] = [callTo(control, { route: search }), callTo(control, { route: search })];
    for (const call of [a, b]) await call.comesDue();
    for (const call of [a, b]) await call.fails(limited(hour));
    const other = callTo(control, { route: login });
    await other.comesDue();
    expect(other.is()).toBe("admitted");
  });

  it("says nothing of the API where the other route's is over by then", async () => {
    const control = new AdmissionControl(false);
    const [a, b] = [callTo(control, { route: exports }), callTo(control, { route: search })];
    for (const call of [a, b]) await call.comesDue();
    await a.fails(limited(1));
    await vi.advanceTimersByTimeAsync(2_000);
    await b.fails(limited(hour));
    const other = callTo(control, { route: login });
    await other.comesDue();
    expect(other.is()).toBe("admitted");
  });

  it.each<[GateScope, Record<string, number>, string]>([
    ["route", { [exports]: hour, [search]: hour }, "admitted"],
    ["api", { [exports]: hour }, "refused"],
  ])("with the scope %j closes that alone", async (scope, seconds, expected) => {
    const { is } = await apiLimited(seconds, scope);
    expect(await is(login)).toBe(expected);
  });
});
