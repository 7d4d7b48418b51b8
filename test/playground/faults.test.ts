import { afterEach, describe, expect, it, vi } from "vitest";
import { documentedCodes } from "../../src/core.ts";
import { documentedAnswers } from "../../src/msw.ts";
import { failureOf, runService } from "./running-service.ts";

const { service, api } = runService();
const { faults } = service;
const me = () => api.request("GET /v1/me");
const agents = () => api.request("GET /v1/agents");

afterEach(() => {
  vi.useRealTimers();
});

describe("a fault on the next call", () => {
  it.each(documentedCodes)("gives the code %s", async (code) => {
    faults.inject(code);
    expect(await failureOf(me())).toMatchObject({ code, status: documentedAnswers[code].status });
  });

  it.each([400, 401, 403, 404, 408, 409, 422, 429, 500, 502, 503, 504])(
    "gives the status %i",
    async (status) => {
      faults.inject(status);
      expect((await failureOf(me())).status).toBe(status);
    },
  );

  it.each([
    ["network", { code: "NETWORK_ERROR" }],
    ["cutBody", { code: "NETWORK_ERROR" }],
    ["cutJson", { code: "INVALID_RESPONSE", status: 200 }],
    ["html502", { code: "UNKNOWN", status: 502 }],
  ] as const)("breaks the way there: %s", async (failure, expected) => {
    faults.inject(failure);
    expect(await failureOf(me())).toMatchObject(expected);
  });

  it("says when to come back only if it is told to", async () => {
    faults.inject(429);
    expect((await failureOf(me())).retryAfterMs).toBeUndefined();
    faults.inject(429, { retryAfterSeconds: 3 });
    expect((await failureOf(me())).retryAfterMs).toBe(3_000);
  });

  it("holds a call back for 8 s, and then the service answers", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    faults.inject("slow");
    const settled = vi.fn();
    const call = me();
    call.then(settled, settled);
    await vi.advanceTimersByTimeAsync(0);
    await vi.waitFor(() => expect(vi.getTimerCount()).toBe(2), { interval: 0 });
    await vi.advanceTimersByTimeAsync(7_999);
    expect(settled).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(await call).toMatchObject({ keyName: "Console" });
  });

  it("leaves a call without any answer", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    faults.inject("noAnswer");
    const call = failureOf(me());
    await vi.advanceTimersByTimeAsync(30_000);
    expect((await call).code).toBe("TIMEOUT");
    expect(service.snapshot().calls).toMatchObject([{ failure: "noAnswer", status: undefined }]);
  });
});

describe("the queue of faults", () => {
  it("fails as many calls as it is told, then the service is itself again", async () => {
    faults.inject(503, { times: 2 });
    expect((await failureOf(me())).status).toBe(503);
    expect(faults.pending()).toMatchObject([{ failure: 503, timesLeft: 1 }]);
    expect((await failureOf(agents())).status).toBe(503);
    expect(await me()).toMatchObject({ keyName: "Console" });
    expect(faults.pending()).toEqual([]);
  });

  it("waits for its route and lets the others through", async () => {
    faults.inject(500, { route: "GET /v1/agents" });
    expect(await me()).toMatchObject({ keyName: "Console" });
    expect((await failureOf(agents())).status).toBe(500);
  });

  it("is served in the order in which it was filled", async () => {
    faults.inject("SESSION_EXPIRED");
    faults.inject("network");
    expect((await failureOf(me())).code).toBe("SESSION_EXPIRED");
    expect((await failureOf(me())).code).toBe("NETWORK_ERROR");
  });

  it("is outlasted by a call that retries", async () => {
    faults.inject(503, { times: 4 });
    const retry = { baseDelayMs: 0 };
    expect(await api.request("GET /v1/me", { retry })).toMatchObject({ keyName: "Console" });
    expect(service.snapshot().calls.map(({ status }) => status)).toEqual([503, 503, 503, 503, 200]);
  });

  it("changes nothing in the service: a failed call was never worked on", async () => {
    faults.inject("network");
    const body = { name: "Lost parcel", agentId: "agt_support_triage" };
    await failureOf(api.request("POST /v1/sessions", { body }));
    expect(service.snapshot().sessions).toHaveLength(3);
  });

  it("can be emptied", async () => {
    faults.inject(500, { times: 9 });
    faults.clear();
    expect(await me()).toMatchObject({ keyName: "Console" });
  });

  it.each([0, -1, 1.5, Number.NaN])("refuses %d as a number of calls", (times) => {
    expect(() => faults.inject(500, { times })).toThrow(
      `faults.inject needs times to be a whole number from 1: got ${times}`,
    );
  });

  it("refuses a failure that does not exist", () => {
    // @ts-expect-error the type refuses it as well
    expect(() => faults.inject("SESSION_EXPIRD")).toThrow('got "SESSION_EXPIRD"');
  });
});
