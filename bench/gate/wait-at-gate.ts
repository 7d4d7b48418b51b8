import { createApi } from "react-recourse/core";
import { replaceGlobals } from "../fleet/clock/replaced-globals.ts";
import { VirtualClock } from "../fleet/clock/virtual-clock.ts";
import { seededRandom } from "../fleet/seeded-random.ts";

export interface GateRun {
  /** CPU time of all calls together, and of the clock that they run on. */
  cpuMs: number;
  /** How many of the calls got what they asked for. */
  succeeded: number;
  /** When the last of them did, in virtual time from the first call on. */
  endedAtMs: number;
  /** When each request was sent. */
  sentMs: readonly number[];
}

/** The way to the server and back. */
const roundTripMs = 20;

/** By then the first call has been answered. */
export const beginAtMs = 100;

export const retryAfterS = 3;

/**
 * Begins so many calls of one route at the same time. Where it is limited, a call before them was answered with a 429 that
 * asks for 3 s, so that all of them wait at the gate, and go over a second once it is open.
 */
export async function waitAtGate(calls: number, isLimited: boolean): Promise<GateRun> {
  const clock = new VirtualClock();
  const putGlobalsBack = replaceGlobals(clock, seededRandom(1));
  const sentMs: number[] = [];
  try {
    const api = createApi({
      baseUrl: "https://api.agntix.ai",
      fetch: answersOn(clock, isLimited, sentMs),
      onError() {},
    });
    let succeeded = 0;
    let endedAtMs = 0;
    const call = () =>
      api.request("GET /v1/sessions").then(
        () => {
          succeeded += 1;
          endedAtMs = clock.nowMs;
        },
        () => {},
      );
    clock.at(0, call);
    clock.at(beginAtMs, () => {
      for (let begun = 1; begun < calls; begun += 1) call();
    });
    globalThis.gc?.();
    const before = process.cpuUsage();
    await clock.runUntil(60_000);
    const { user, system } = process.cpuUsage(before);
    return { cpuMs: (user + system) / 1_000, succeeded, endedAtMs, sentMs };
  } finally {
    putGlobalsBack();
  }
}

/** Limits the first request, where it limits any. */
function answersOn(clock: VirtualClock, isLimited: boolean, sentMs: number[]): typeof fetch {
  let asked = 0;
  return () => {
    asked += 1;
    sentMs.push(clock.nowMs);
    const requestId = `req_${asked}`;
    const headers = { "content-type": "application/json", "x-request-id": requestId };
    const response =
      isLimited && asked === 1
        ? new Response(tooMany(requestId), {
            status: 429,
            headers: { ...headers, "retry-after": String(retryAfterS) },
          })
        : new Response('{"sessions":[]}', { headers });
    return new Promise((resolve) => clock.after(roundTripMs, () => resolve(response)));
  };
}

const tooMany = (requestId: string) =>
  JSON.stringify({ error: { code: "RATE_LIMITED", message: "Too many requests.", requestId } });
