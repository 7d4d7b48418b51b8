import { QueryClient, QueryClientProvider, useMutation } from "@tanstack/react-query";
import { renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createErrorReader } from "../../src/envelope/error-reader.ts";
import { toApiError } from "../../src/envelope/to-api-error.ts";
import type { ApiOptions } from "../../src/fetcher/api-options.ts";
import { apiQueryOptions } from "../../src/query/api-query-options.ts";
import { retryProgressOf } from "../../src/query/call-record.ts";
import { sessionOf } from "../../src/query/client-session.ts";
import { type FailureWatch, watchFailures } from "../../src/query/failure-watch.ts";
import { type QueryDefaultsOptions, queryDefaults } from "../../src/query/query-defaults.ts";
import {
  envelope,
  fakeFetch,
  json,
  quietApi,
  silentFetch,
  thrownBy,
} from "../fetcher/fake-fetch.ts";
import { pass, underProvider } from "./under-provider.tsx";
import { unheard } from "./unheard.ts";

let stop = () => {};

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => stop());

const minute = 60_000;
const url = "https://api.example/v1/x";

/** What a client of somebody else's throws, in the reference's own form. */
function httpError(status: number, more: object = {}) {
  requests += 1;
  return Object.assign(new Error(`HTTP ${status}`), {
    status,
    requestId: `req_${requests}`,
    ...more,
  });
}
let requests = 0;

function refusal(status: number, requestId: string) {
  const error = { code: "X", message: "m", requestId };
  return json({ error }, { status, headers: { "x-request-id": requestId } });
}

function clientOf(
  options: Partial<ApiOptions> = {},
  defaults?: QueryDefaultsOptions,
  fetch: typeof globalThis.fetch = silentFetch,
) {
  const api = quietApi(fetch, options);
  return { api, client: new QueryClient({ defaultOptions: queryDefaults(api, defaults) }) };
}

/** When each attempt of an app's own query was made, in ms since the first. */
async function attemptsOf(client: QueryClient, fail: () => unknown): Promise<number[]> {
  const times: number[] = [];
  const startMs = Date.now();
  const queryFn = () => {
    times.push(Date.now() - startMs);
    throw fail();
  };
  const thrown = thrownBy(client.fetchQuery({ queryKey: ["own"], queryFn }));
  await vi.advanceTimersByTimeAsync(10 * minute);
  await thrown;
  client.clear();
  return times;
}

describe("queryDefaults", () => {
  it("gives an app's own query the policy's attempts and waits", async () => {
    const { client } = clientOf();
    expect(await attemptsOf(client, () => httpError(500))).toEqual([0, 250, 750, 1_750, 3_750]);
  });

  it("backs off from a 503 as the policy does", async () => {
    const { client } = clientOf();
    expect(await attemptsOf(client, () => httpError(503))).toEqual([0, 500, 1_500, 3_500, 7_500]);
  });

  it.each([400, 401, 403, 404, 409, 422])("asks once for a %i", async (status) => {
    const { client } = clientOf();
    expect(await attemptsOf(client, () => httpError(status))).toEqual([0]);
  });

  it.each<[string, () => unknown]>([
    ["a mistake of the app's", () => new TypeError("Cannot read properties of undefined")],
    ["an abort", () => new DOMException("", "AbortError")],
    ["a text", () => "no"],
  ])("asks once where it fails with %s", async (_, fail) => {
    const { client } = clientOf();
    expect(await attemptsOf(client, fail)).toEqual([0]);
  });

  it("retries a query that got no answer, and one whose fetch failed", async () => {
    const { client } = clientOf();
    const times = await attemptsOf(client, () => new TypeError("Failed to fetch"));
    expect(times).toHaveLength(5);
  });

  it("waits for the Retry-After of a status that the API's options add", async () => {
    const { client } = clientOf({ retry: { statuses: [529], maxAttempts: 2 } });
    const fail = () => httpError(529, { headers: { "retry-after": "30" } });
    expect(await attemptsOf(client, fail)).toEqual([0, 30_000]);
  });

  it("asks once where the answer says x-should-retry: false", async () => {
    const { client } = clientOf();
    const fail = () => httpError(503, { headers: { "x-should-retry": "false" } });
    expect(await attemptsOf(client, fail)).toEqual([0]);
  });

  it("follows the API's own retry options", async () => {
    const short = clientOf({ retry: { maxAttempts: 2 } });
    expect(await attemptsOf(short.client, () => httpError(500))).toHaveLength(2);
    const none = clientOf({ retry: false });
    expect(await attemptsOf(none.client, () => httpError(500))).toHaveLength(1);
  });

  it("pays for retries that fail from the API's budget", async () => {
    const { api, client } = clientOf({}, {}, fakeFetch(envelope(500, "X")).fetch);
    expect(await attemptsOf(client, () => httpError(500))).toHaveLength(5);
    // 4 of 5 are spent, and 2 have come back meanwhile: 10 minutes are 2 retries.
    expect(await attemptsOf(client, () => httpError(500))).toHaveLength(4);
    const error = thrownBy(api.request("GET /v1/y"));
    await vi.advanceTimersByTimeAsync(minute);
    expect(await error).toMatchObject({ attempts: 3, retryStopped: "budget" });
  });

  describe("a route that failed with all its retries", () => {
    /** How often a query of this key is sent, which fails with a 500 of this address. */
    const polled = (client: QueryClient, name: string) => async () => {
      const fail = () => httpError(500, { method: "GET", url: `https://api.example/${name}` });
      const queryFn = vi.fn(() => Promise.reject(fail()));
      const thrown = thrownBy(client.fetchQuery({ queryKey: [name], queryFn }));
      await vi.advanceTimersByTimeAsync(10_000);
      await thrown;
      return queryFn.mock.calls.length;
    };

    it("gets none, which leaves the rest of the budget to the others", async () => {
      const { client } = clientOf();
      const [broken, other] = [polled(client, "broken"), polled(client, "other")];
      expect([await broken(), await broken(), await broken(), await other()]).toEqual([5, 1, 1, 2]);
      client.clear();
    });

    it("gets some again once it has answered well", async () => {
      const { client } = clientOf();
      sessionOf(client);
      const broken = polled(client, "broken");
      expect([await broken(), await broken()]).toEqual([5, 1]);
      await client.fetchQuery({ queryKey: ["broken"], queryFn: () => "data" });
      expect(await broken()).toBe(2);
      client.clear();
    });

    it.each([404, 422])("gets some again once it has answered with a %i", async (status) => {
      const { client } = clientOf();
      const broken = polled(client, "broken");
      expect([await broken(), await broken()]).toEqual([5, 1]);
      const answer = httpError(status, { method: "GET", url: "https://api.example/broken" });
      await thrownBy(
        client.fetchQuery({ queryKey: ["broken"], queryFn: () => Promise.reject(answer) }),
      );
      expect(await broken()).toBe(2);
      client.clear();
    });
  });

  describe("has the API's budget refunded", () => {
    /** A client whose own queries have spent the budget, but for what time has given back. */
    async function spent() {
      const { client } = clientOf();
      sessionOf(client);
      const attempts = async () => {
        const queryFn = vi.fn(() => Promise.reject(httpError(500)));
        const thrown = thrownBy(client.fetchQuery({ queryKey: ["fails"], queryFn }));
        await vi.advanceTimersByTimeAsync(10_000);
        await thrown;
        return queryFn.mock.calls.length;
      };
      expect([await attempts(), await attempts(), await attempts()]).toEqual([5, 2, 1]);
      return { client, attempts };
    }

    it("by queries and mutations of the app's own that work", async () => {
      const { client, attempts } = await spent();
      const work = () => Promise.resolve("data");
      for (let call = 0; call < 5; call += 1)
        await client.fetchQuery({ queryKey: ["works", call], queryFn: work });
      expect(await attempts()).toBe(2);
      for (let call = 0; call < 5; call += 1)
        await client.getMutationCache().build(client, { mutationFn: work }).execute(undefined);
      expect(await attempts()).toBe(2);
    });

    it("by nothing that the app puts into the cache", async () => {
      const { client, attempts } = await spent();
      for (let call = 0; call < 10; call += 1) client.setQueryData(["put", call], call);
      expect(await attempts()).toBe(1);
    });

    it("by no more than their retries have cost", async () => {
      const { api, client } = clientOf({}, {}, fakeFetch(envelope(500, "X")).fetch);
      sessionOf(client);
      const calls = [1, 2].map((n) => thrownBy(api.request(`GET /v1/${n}`)));
      await vi.advanceTimersByTimeAsync(10_000);
      await Promise.all(calls);
      for (let call = 0; call < 20; call += 1)
        await client.fetchQuery({ queryKey: ["works", call], queryFn: () => "data" });
      const thrown = thrownBy(api.request("GET /v1/3"));
      await vi.advanceTimersByTimeAsync(10_000);
      expect(await thrown).toMatchObject({ attempts: 1, retryStopped: "budget" });
    });
  });

  it("ends where one error object is thrown for all attempts", async () => {
    const { client } = clientOf();
    const error = httpError(500);
    expect(await attemptsOf(client, () => error)).toHaveLength(5);
  });

  it("does not retry a query again that another one awaits", async () => {
    const { client } = clientOf();
    const queryFn = vi.fn(() => Promise.reject(httpError(500)));
    const around = () => client.fetchQuery({ queryKey: ["inner"], queryFn });
    const thrown = thrownBy(client.fetchQuery({ queryKey: ["outer"], queryFn: around }));
    await vi.advanceTimersByTimeAsync(10 * minute);
    expect(toApiError(await thrown)).toMatchObject({ attempts: 5, retryStopped: "attempts" });
    expect(queryFn).toHaveBeenCalledTimes(5);
  });

  it("says on the failure how it goes on, and on the last one why not", async () => {
    const { client } = clientOf();
    const queryFn = () => Promise.reject(httpError(500));
    const thrown = thrownBy(client.fetchQuery({ queryKey: ["own"], queryFn }));
    await vi.advanceTimersByTimeAsync(10);
    const reason = client.getQueryState(["own"])?.fetchFailureReason;
    expect(retryProgressOf(reason)).toMatchObject({ attempt: 2, maxAttempts: 5 });
    await vi.advanceTimersByTimeAsync(minute);
    expect(retryProgressOf(await thrown)).toBeUndefined();
  });

  it("says so to whoever reads the same failure in another way", async () => {
    const { api, client } = clientOf({ readError: ({ body }) => ({ code: String(body) }) });
    const others = [toApiError, createErrorReader({ readError: () => ({ code: "MINE" }) })];
    const queryFn = () => Promise.reject(httpError(500));
    const thrown = thrownBy(client.fetchQuery({ queryKey: ["own"], queryFn }));
    await vi.advanceTimersByTimeAsync(10);
    const reason = client.getQueryState(["own"])?.fetchFailureReason;
    for (const read of [...others, api.toApiError])
      expect(retryProgressOf(read(reason))).toMatchObject({ attempt: 2 });
    await vi.advanceTimersByTimeAsync(minute);
    const last = await thrown;
    for (const read of [...others, api.toApiError])
      expect(read(last)).toMatchObject({ attempts: 5, retryStopped: "attempts" });
  });

  it.each(["request", "fetch"] as const)(
    "does not retry a call of api.%s again, whose retries are over",
    async (how) => {
      const { fetch } = fakeFetch(envelope(500, "X"));
      const { api, client } = clientOf({}, {}, fetch);
      const read = async () => {
        const response = await api.fetch(url);
        if (!response.ok) throw response;
      };
      const queryFn = how === "fetch" ? read : () => api.request("GET /v1/x");
      const thrown = thrownBy(client.fetchQuery({ queryKey: ["own"], queryFn }));
      await vi.advanceTimersByTimeAsync(10 * minute);
      await thrown;
      expect(fetch).toHaveBeenCalledTimes(5);
    },
  );

  it("does not retry what an app made of the answer of api.fetch, with its request id", async () => {
    const answers = [1, 2, 3, 4, 5].map((n) => () => refusal(500, `req_made_${n}`));
    const { fetch } = fakeFetch(...answers);
    const { api, client } = clientOf({}, {}, fetch);
    const queryFn = async () => {
      const { status, headers } = await api.fetch(url);
      const requestId = headers.get("x-request-id");
      throw Object.assign(new Error(`HTTP ${status}`), { status, requestId });
    };
    const thrown = thrownBy(client.fetchQuery({ queryKey: ["made"], queryFn }));
    await vi.advanceTimersByTimeAsync(10 * minute);
    await thrown;
    expect(fetch).toHaveBeenCalledTimes(5);
  });

  it("lets a query's own retry decide whether, and still waits as Query does", async () => {
    const { client } = clientOf();
    const times: number[] = [];
    const startMs = Date.now();
    const queryFn = () => {
      times.push(Date.now() - startMs);
      throw httpError(404);
    };
    const thrown = thrownBy(client.fetchQuery({ queryKey: ["own"], queryFn, retry: 3 }));
    await vi.advanceTimersByTimeAsync(minute);
    await thrown;
    expect(times).toEqual([0, 1_000, 3_000, 7_000]);
  });

  it.each<[string, boolean | number | ((failureCount: number) => boolean), number]>([
    ["false", false, 1],
    ["a number", 1, 2],
    ["a function", (failureCount) => failureCount < 2, 3],
  ])("says on the last failure that an own retry, %s, ended it", async (_, retry, attempts) => {
    const { client } = clientOf();
    sessionOf(client);
    const fail = () => Promise.reject(httpError(500));
    const mutation = client.getMutationCache().build(client, { mutationFn: fail, retry });
    const calls = [
      client.fetchQuery({ queryKey: ["own"], queryFn: fail, retry }),
      mutation.execute(undefined),
    ].map(thrownBy);
    await vi.advanceTimersByTimeAsync(10);
    const reason = toApiError(client.getQueryState(["own"])?.fetchFailureReason);
    expect(reason.retryStopped).toBe(attempts === 1 ? "disabled" : undefined);
    await vi.advanceTimersByTimeAsync(minute);
    for (const thrown of await Promise.all(calls)) {
      expect(toApiError(thrown)).toMatchObject({ attempts, retryStopped: "disabled" });
      expect(retryProgressOf(thrown)).toBeUndefined();
    }
  });

  it.each<[string, () => unknown]>([
    ["is answered with what no retry changes", () => httpError(404)],
    ["is aborted", () => new DOMException("left", "AbortError")],
  ])("pays nothing for a retry that %s", async (_, fail) => {
    const { client } = clientOf();
    const attempts: number[] = [];
    for (let round = 0; round < 8; round += 1) {
      let sent = 0;
      const queryFn = () => {
        sent += 1;
        throw sent === 1 ? httpError(503) : fail();
      };
      const thrown = thrownBy(client.fetchQuery({ queryKey: [round], queryFn }));
      await vi.advanceTimersByTimeAsync(1_000);
      await thrown;
      attempts.push(sent);
    }
    expect(attempts).toEqual(Array(8).fill(2));
  });

  it("leaves the kit's own options as they are: five attempts, on one budget", async () => {
    const { fetch } = fakeFetch(envelope(500, "X"));
    const { api, client } = clientOf({}, {}, fetch);
    const error = thrownBy(client.fetchQuery(apiQueryOptions(api, "GET /v1/x")));
    await vi.advanceTimersByTimeAsync(minute);
    expect(await error).toMatchObject({ attempts: 5, retryStopped: "attempts" });
  });

  describe("for a mutation", () => {
    const mutated = async (client: QueryClient, fail: () => unknown) => {
      const mutationFn = vi.fn(() => Promise.reject(fail()));
      const mutation = client.getMutationCache().build(client, { mutationFn });
      const thrown = thrownBy(mutation.execute(undefined));
      await vi.advanceTimersByTimeAsync(minute);
      await thrown;
      return mutationFn.mock.calls.length;
    };

    it("repeats what the server answered with a retryable status", async () => {
      expect(await mutated(clientOf().client, () => httpError(503))).toBe(5);
    });

    it("does not repeat what got no answer, unless the error names a method that may be", async () => {
      const { client } = clientOf();
      expect(await mutated(client, () => new TypeError("Failed to fetch"))).toBe(1);
      const config = { method: "put", url };
      const put = () =>
        Object.assign(new Error("Network Error"), {
          isAxiosError: true,
          code: "ERR_NETWORK",
          config,
        });
      expect(await mutated(client, put)).toBe(5);
    });
  });

  describe("with toastMutations", () => {
    function hooked(
      defaults: QueryDefaultsOptions,
      settings: { onError?: () => void; meta?: Record<string, unknown> } = {},
    ) {
      const { client } = clientOf({}, defaults);
      const onUnseen = vi.fn<FailureWatch["onUnseen"]>();
      stop = watchFailures(client, { ...unheard, onUnseen });
      const mutationFn = () => Promise.reject(httpError(409));
      const { result } = renderHook(() => useMutation({ mutationFn, ...settings }), {
        wrapper: ({ children }: { children: ReactNode }) => (
          <QueryClientProvider client={client}>{children}</QueryClientProvider>
        ),
      });
      result.current.mutate();
      return () => onUnseen.mock.calls.map(([{ status }]) => status);
    }

    it("a plain mutation that nobody handles is told of, and without it is not", async () => {
      const told = hooked({ toastMutations: true });
      await pass(100);
      expect(told()).toEqual([409]);
      stop();
      const untold = hooked({});
      await pass(100);
      expect(untold()).toEqual([]);
    });

    it("a mutation with a meta of its own is told of as well, unless that says not to", async () => {
      const told = hooked({ toastMutations: true }, { meta: { name: "save" } });
      await pass(100);
      expect(told()).toEqual([409]);
      stop();
      const untold = hooked({ toastMutations: true }, { meta: { errorToast: false } });
      await pass(100);
      expect(untold()).toEqual([]);
    });

    it("a mutation with an onError of its own is left to that", async () => {
      const onError = vi.fn();
      const told = hooked({ toastMutations: true }, { onError });
      await pass(100);
      expect([told(), onError.mock.calls.length]).toEqual([[], 1]);
    });
  });

  it.each([undefined, null, {}, "https://api.example"])("refuses %j, which is no API", (api) => {
    // @ts-expect-error: plain JavaScript may give anything.
    expect(() => queryDefaults(api)).toThrow("api must be what createApi({ baseUrl }) gave: got");
  });
});

describe("a client that retries by itself", () => {
  it("is told once in development that two layers retry", async () => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
    const { fetch } = fakeFetch(envelope(500, "X"));
    const api = quietApi(fetch);
    const { client, wrapper } = underProvider({ api });
    renderHook(() => null, { wrapper });
    const queryFn = () => api.request("GET /v1/twice");
    const thrown = thrownBy(client.fetchQuery({ queryKey: ["twice"], queryFn, retry: 3 }));
    await vi.advanceTimersByTimeAsync(minute);
    await thrown;
    expect(warn.mock.calls.map(([line]) => line)).toEqual([
      "[react-recourse] two layers retry GET /v1/twice: the API sends it up to 5 times, and TanStack Query begins all of that again; make the client with new QueryClient({ defaultOptions: queryDefaults(api) })",
    ]);
    warn.mockRestore();
  });

  it("is told nothing of a query that is not retried, nor under queryDefaults", async () => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
    const { fetch } = fakeFetch(envelope(500, "X"));
    const api = quietApi(fetch);
    const { client, wrapper } = underProvider(
      { api },
      new QueryClient({ defaultOptions: queryDefaults(api) }),
    );
    renderHook(() => null, { wrapper });
    const queryFn = () => api.request("GET /v1/once");
    const calls = [{}, { retry: false }].map((options, index) =>
      thrownBy(client.fetchQuery({ queryKey: [index], queryFn, ...options })),
    );
    await vi.advanceTimersByTimeAsync(minute);
    await Promise.all(calls);
    expect(warn.mock.calls).toEqual([]);
    warn.mockRestore();
  });
});
