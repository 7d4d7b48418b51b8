import { beforeEach, describe, expect, it, vi } from "vitest";
import { envelope, failureOf, fakeFetch, json, pending, quietApi } from "./fake-fetch.ts";

beforeEach(() => {
  vi.useFakeTimers();
});

const broken = envelope(500, "GENERIC_ERROR");

async function ended(...calls: Promise<unknown>[]) {
  const errors = Promise.all(calls.map(failureOf));
  await vi.runAllTimersAsync();
  return errors;
}

describe("an API's retry budget", () => {
  it("is one for all of its calls: five failed retries, then each failure surfaces at once", async () => {
    const { fetch } = fakeFetch(broken);
    const api = quietApi(fetch);
    const calls = Array.from({ length: 10 }, () => api.request("GET /v1/x"));
    const errors = await ended(...calls);
    expect(fetch).toHaveBeenCalledTimes(15);
    expect(errors.map(({ retryStopped }) => retryStopped)).toContain("budget");
    const [last] = await ended(api.request("GET /v1/y"));
    expect(last).toMatchObject({ attempts: 1, retryStopped: "budget", status: 500 });
  });

  it("never holds back a first attempt", async () => {
    const { fetch } = fakeFetch(...Array.from({ length: 20 }, () => broken), json("ok"));
    const api = quietApi(fetch);
    await ended(...Array.from({ length: 15 }, () => api.request("GET /v1/x")));
    expect(fetch).toHaveBeenCalledTimes(20);
    expect(await api.request("GET /v1/x")).toBe("ok");
  });

  it("pays for no retry that its caller left while it was under way: five searches, then a retry", async () => {
    const left = () => pending<Response>().promise;
    const { fetch } = fakeFetch(
      ...Array.from({ length: 5 }, () => [broken, left]).flat(),
      broken,
      json("ok"),
    );
    const api = quietApi(fetch);
    for (let search = 1; search <= 5; search += 1) {
      const controller = new AbortController();
      const aborted = failureOf(api.request("GET /v1/search", { signal: controller.signal }));
      await vi.advanceTimersByTimeAsync(1_000);
      controller.abort();
      expect((await aborted).kind).toBe("aborted");
    }
    expect(fetch).toHaveBeenCalledTimes(10);
    const value = api.request("GET /v1/search");
    await vi.runAllTimersAsync();
    expect(await value).toBe("ok");
  });

  it("pays for a route that is polled and broken once, and for the others as before", async () => {
    const { fetch } = fakeFetch(broken);
    const api = quietApi(fetch);
    for (let poll = 1; poll <= 10; poll += 1) await ended(api.request("GET /v1/broken"));
    expect(fetch).toHaveBeenCalledTimes(5 + 9);
    const [error] = await ended(api.request("GET /v1/other"));
    expect(error).toMatchObject({ attempts: 2, retryStopped: "budget" });
  });

  it("comes back from a retry that works, so that a hundred calls may each need one", async () => {
    const answers = Array.from({ length: 100 }, () => [broken, json("ok")]).flat();
    const { fetch } = fakeFetch(...answers);
    const api = quietApi(fetch);
    for (let call = 1; call <= 100; call += 1) {
      const value = api.request("GET /v1/x");
      await vi.runAllTimersAsync();
      expect(await value).toBe("ok");
    }
    expect(fetch).toHaveBeenCalledTimes(200);
  });

  it("pays for nothing that is aborted while it waits", async () => {
    const { fetch } = fakeFetch(broken);
    const api = quietApi(fetch);
    for (let call = 1; call <= 20; call += 1) {
      const controller = new AbortController();
      const aborted = failureOf(api.request("GET /v1/x", { signal: controller.signal }));
      await vi.advanceTimersByTimeAsync(10);
      controller.abort();
      expect((await aborted).code).toBe("ABORT_ERROR");
    }
    const [error] = await ended(api.request("GET /v1/x"));
    expect(error).toMatchObject({ attempts: 5, retryStopped: "attempts" });
  });

  it("can be set for an API, or done without by an API or a request", async () => {
    const attempts = async (
      budget: { capacity: number } | false,
      request: { retry?: { budget: false } } = {},
    ) => {
      const api = quietApi(fakeFetch(broken).fetch, { retry: { budget } });
      const errors = await ended(api.request("GET /v1/x", request), api.request("GET /v1/y"));
      return errors.map((error) => error.attempts);
    };
    expect(await attempts({ capacity: 0 })).toEqual([1, 1]);
    expect(await attempts(false)).toEqual([5, 5]);
    expect(await attempts({ capacity: 0 }, { retry: { budget: false } })).toEqual([5, 1]);
  });

  it("is an API's own", async () => {
    const { fetch } = fakeFetch(broken);
    const api = quietApi(fetch);
    await ended(...Array.from({ length: 5 }, () => api.request("GET /v1/x")));
    const [error] = await ended(quietApi(fetch).request("GET /v1/x"));
    expect(error).toMatchObject({ attempts: 5 });
  });
});
