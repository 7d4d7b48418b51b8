/** Credentials that are kept on a device, and a device that does not give them: storage is blocked, full or broken. */

import { inspect } from "node:util";
import fc from "fast-check";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { ApiError } from "../../src/error/api-error.ts";
import { formatLogLine } from "../../src/error/log-line.ts";
import { bearer } from "../../src/fetcher/bearer.ts";
import { createApi } from "../../src/fetcher/create-api.ts";
import { apiKey, type Credentials } from "../../src/fetcher/credentials.ts";
import { type FakeClock, startFakeClock } from "./fake-clock.ts";
import { envelope, json } from "./fake-fetch.ts";
import {
  type BrokenDevice,
  brokenDevice,
  type DeviceFault,
  deviceFault,
  globalsOf,
  toDeviceError,
} from "./hostile-device.ts";
import { hostileRuns, hostileTimeoutMs } from "./hostile-runs.ts";
import { startMs } from "./retry-after-header.ts";

const secret = "T-secret-0a1b2c";
const oldToken = `${secret}-old`;
const newToken = `${secret}-new`;

/** The functions of an app that read what its device keeps. */
interface Kept {
  token: () => string;
  identity: () => string;
  refresh: () => string;
}

type Way = keyof typeof ways;

/** How an app may sign with them. The server takes only the new token, and the old one gets a 401. */
const ways = {
  "an API key": ({ token }: Kept) => apiKey(token),
  "an API key, and identity()": ({ token, identity }: Kept) =>
    apiKey(token, "x-api-key", { identity }),
  "a token": ({ token }: Kept) => bearer({ token }),
  "a token that refresh renews": ({ token, refresh }: Kept) =>
    bearer({ token, refresh: async () => refresh() }),
  "a token that refresh renews, and identity()": ({ token, identity, refresh }: Kept) =>
    bearer({ token, identity, refresh: async () => refresh() }),
  "headers of its own": ({ token, identity }: Kept): Credentials => ({
    headers: async () => ({ authorization: `Bearer ${token()}` }),
    identity,
  }),
} as const;

/** Which of the functions a way asks while its one call is under way, and how often at least. */
const asked: readonly (readonly [way: Way, failing: keyof Kept, times: number])[] = [
  ["an API key", "token", 1],
  ["an API key, and identity()", "token", 1],
  ["an API key, and identity()", "identity", 2],
  ["a token", "token", 1],
  ["a token that refresh renews", "token", 4],
  ["a token that refresh renews", "refresh", 1],
  ["a token that refresh renews, and identity()", "token", 4],
  ["a token that refresh renews, and identity()", "identity", 4],
  ["a token that refresh renews, and identity()", "refresh", 1],
  ["headers of its own", "token", 1],
  ["headers of its own", "identity", 1],
];

/** One call of an app whose device fails it, and everything that came of it. */
interface Case {
  way: Way;
  method: "GET" | "POST";
  fault: DeviceFault;
  /** Which of the functions fails. */
  failing: keyof Kept;
  /** At which of its calls it begins to. */
  from: number;
  device: BrokenDevice;
}

const anyCase: fc.Arbitrary<Case> = fc
  .record({
    asked: fc.constantFrom(...asked),
    method: fc.constantFrom("GET" as const, "POST" as const),
    fault: deviceFault,
    later: fc.nat({ max: 11 }),
    device: brokenDevice,
  })
  .map(({ asked: [way, failing, times], later, ...rest }) => {
    // Now and then a device that fails only when the call is over.
    const from = later === 11 ? 100 : 1 + (later % times);
    return { way, failing, from, ...rest };
  });

describe("whatever a device does to credentials", { timeout: hostileTimeoutMs }, () => {
  let clock: FakeClock;
  const logged: unknown[][] = [];

  beforeEach(() => {
    clock = startFakeClock(startMs);
    vi.spyOn(console, "error").mockImplementation((...line) => void logged.push(line));
  });

  async function run({ way, method, fault, failing, from, device }: Case) {
    clock.reset();
    logged.length = 0;
    for (const [name, value] of globalsOf(device)) vi.stubGlobal(name, value);
    const app = { token: oldToken, sent: 0, refreshed: 0 };
    const thrown: unknown[] = [];
    const calls = { token: 0, identity: 0, refresh: 0 };
    const guarded = <T>(name: keyof Kept, give: () => T) => {
      return () => {
        calls[name] += 1;
        if (name !== failing || calls[name] < from) return give();
        const error = toDeviceError(fault, oldToken);
        thrown.push(error);
        throw error;
      };
    };
    const kept: Kept = {
      token: guarded("token", () => app.token),
      identity: guarded("identity", () => "ada"),
      refresh: guarded("refresh", () => {
        app.refreshed += 1;
        app.token = newToken;
        return newToken;
      }),
    };
    const fetch = async (_input: unknown, init: RequestInit = {}) => {
      app.sent += 1;
      const isTaken = [...new Headers(init.headers).values()].join().includes(newToken);
      return isTaken ? json("in") : envelope(401, "UNAUTHORIZED");
    };
    const credentials = ways[way](kept);
    const api = createApi({ baseUrl: "https://api.example", fetch, credentials });
    const outcome = await clock.settle(api.request(`${method} /v1/x`));
    return { outcome, thrown, ...app };
  }

  it("its fault is told as the app's own, once, and the call is sent once at most", async () => {
    const property = fc.asyncProperty(anyCase, async (given) => {
      const { outcome, thrown, sent, refreshed } = await run(given);
      expect(refreshed).toBeLessThanOrEqual(1);
      if (thrown.length === 0) {
        const renews = given.way.includes("refresh renews");
        expect(outcome).toEqual(
          renews
            ? { value: "in" }
            : { thrown: expect.objectContaining({ code: "UNAUTHORIZED", status: 401 }) },
        );
        expect(sent).toBe(renews ? 2 : 1);
        return;
      }
      expect(outcome).toEqual({
        thrown: expect.objectContaining({
          "~recourse": "ApiError",
          code: "UNEXPECTED_ERROR",
          kind: "unexpected",
          attempts: sent,
          retryStopped: "notRetryable",
          method: given.method,
          path: "/v1/x",
        }),
      });
      expect(thrown).toContain("thrown" in outcome && causeOf(outcome.thrown));
      expect(sent).toBeLessThanOrEqual(1);
      expect(logged).toHaveLength(1);
    });
    await fc.assert(property, hostileRuns(0.08));
  });

  it("nothing that is written down has the token, whatever the fault carries along", async () => {
    const property = fc.asyncProperty(anyCase, async (given) => {
      const { outcome } = await run({ ...given, from: 1 });
      if ("value" in outcome) return;
      const { thrown: error } = outcome;
      if (!(error instanceof ApiError)) throw new Error("expected an ApiError", { cause: error });
      const written = [
        inspect(logged, { depth: Number.POSITIVE_INFINITY, showHidden: true }),
        formatLogLine(error),
        error.message,
        String(error),
        JSON.stringify(error),
      ];
      expect(written.filter((text) => text.includes(secret))).toEqual([]);
    });
    await fc.assert(property, hostileRuns(0.02));
  });
});

function causeOf(thrown: unknown): unknown {
  return thrown instanceof Error ? thrown.cause : undefined;
}
