/** How an API stands, by what calls to it were answered. */
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { ApiError } from "../../src/error/api-error.ts";
import { AdmissionControl } from "../../src/retry/admission-control.ts";
import { statusOf } from "../../src/retry/api-status.ts";
import { broken, callTo, down, failure, limited, noAnswer, tooLate } from "./calls-to-one-api.ts";

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
});

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const minuteMs = 60_000;

function apiWatched() {
  const control = new AdmissionControl(false);
  const status = statusOf(control);
  const heard: string[] = [];
  const stop = status.subscribe(() => heard.push(status.getSnapshot().state));
  /** Calls of a route each that are sent now and answered so. */
  async function answered(...answers: readonly (ApiError | "ok")[]) {
    for (const [index, answer] of answers.entries()) {
      const call = callTo(control, { route: `GET /v1/${index}`, shareEvidence: false });
      await call.comesDue();
      if (answer === "ok") await call.succeeds();
      else await call.fails(answer);
    }
  }
  return { status, heard, stop, answered, state: () => status.getSnapshot().state };
}

const aborted = () => failure({ kind: "aborted" });
const gateway = (status: number) => failure({ status, kind: "unavailable" });
const slowHead = () => failure({ status: 503, kind: "timeout", code: "TIMEOUT" });

describe("an API", () => {
  it.each<[string, (ApiError | "ok")[], string]>([
    ["of which nothing is known", [], "up"],
    ["that failed once, as where a proxy dropped a call", [down()], "up"],
    ["that failed twice", [gateway(502), gateway(504)], "down"],
    ["that nobody reaches", [noAnswer(), noAnswer()], "down"],
    ["that answered between", [down(), "ok", down()], "up"],
    ["that said no between", [down(), failure({ status: 404 }), down()], "up"],
    ["that was broken between", [down(), broken(), down()], "up"],
    [
      "of which an abort and a time-out tell nothing",
      [down(), aborted(), tooLate(), down()],
      "down",
    ],
    ["that has answered since", [down(), down(), "ok"], "up"],
    ["that has said no since", [down(), down(), failure({ status: 401 })], "up"],
    ["that is broken since", [down(), down(), broken()], "up"],
    ["whose only news is an abort", [down(), down(), aborted()], "down"],
    ["whose only news is a time-out", [down(), down(), tooLate()], "down"],
    ["whose only news is the head of a 503", [down(), down(), slowHead()], "down"],
  ])("%s", async (_, answers, expected) => {
    const { answered, state } = apiWatched();
    await answered(...answers);
    expect(state()).toBe(expected);
  });

  it("is not limited where one route is", async () => {
    const { answered, state } = apiWatched();
    await answered(limited(60));
    expect(state()).toBe("up");
  });

  it("is limited where two routes are, until that is over, and tells so by itself", async () => {
    const { answered, status, heard } = apiWatched();
    await answered(limited(60), limited(30));
    expect(status.getSnapshot()).toEqual({ state: "limited", until: 30_000 });
    await pass(29_999);
    expect(heard).toEqual(["limited"]);
    await pass(1);
    expect(heard).toEqual(["limited", "up"]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it("is limited for as long as that lasts, and down after it", async () => {
    const limitedDown = () => failure({ status: 503, kind: "unavailable", retryAfterMs: 5_000 });
    const { answered, heard } = apiWatched();
    await answered(limitedDown(), limitedDown());
    await pass(5_000);
    expect(heard).toEqual(["limited", "down"]);
  });
});

describe("who listens to an API", () => {
  it("hears of each change once, and of nothing else", async () => {
    const { answered, heard } = apiWatched();
    await answered("ok", down(), down(), down(), down(), "ok", "ok", broken());
    expect(heard).toEqual(["down", "up"]);
  });

  it("gets the same object until something changes", async () => {
    const { answered, status } = apiWatched();
    await answered(limited(60), limited(60));
    const before = status.getSnapshot();
    await pass(1_000);
    expect(status.getSnapshot()).toBe(before);
  });

  it("has no timer running once it listens no more, and none before", async () => {
    const { answered, status, stop } = apiWatched();
    await answered(limited(60), limited(60));
    expect(vi.getTimerCount()).toBe(1);
    stop();
    expect(vi.getTimerCount()).toBe(0);
    await pass(minuteMs);
    expect(status.getSnapshot().state).toBe("up");
  });
});
