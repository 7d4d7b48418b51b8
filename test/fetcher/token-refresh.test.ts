import { AxiosError, AxiosHeaders } from "axios";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { ApiError } from "../../src/error/api-error.ts";
import { internalsOf } from "../../src/fetcher/api.ts";
import { statusOf } from "../../src/retry/api-status.ts";
import { envelope, failureOf, pending } from "./fake-fetch.ts";
import { fakeTabs } from "./fake-tabs.ts";
import { signedApi } from "./signed-api.ts";

beforeEach(() => {
  vi.useFakeTimers();
});

const minute = 60_000;

const axiosError = (status: number) =>
  Object.assign(new Error(`Request failed with status code ${status}`), {
    name: "AxiosError",
    code: "ERR_BAD_RESPONSE",
    response: { status, data: {} },
  });

const apiError = (status: number) =>
  new ApiError({ code: "AUTH_DOWN", kind: "unavailable", status, message: "" });

const twenty = <T>(start: () => T) => Array.from({ length: 20 }, start);

describe("a 401 with a refresh", () => {
  it("is followed by a new token and the same call again, which counts as one attempt", async () => {
    const { get, signed, refresh } = signedApi();
    expect(await get()).toBe("in");
    expect(signed).toEqual(["Bearer old", "Bearer new"]);
    expect(refresh).toHaveBeenCalledTimes(1);
  });

  it("refreshes once for twenty calls at a time", async () => {
    const { get, refresh, fetch } = signedApi();
    expect(new Set(await Promise.all(twenty(get)))).toEqual(new Set(["in"]));
    expect(refresh).toHaveBeenCalledTimes(1);
    expect(fetch).toHaveBeenCalledTimes(40);
  });

  it("that comes late, for a token that has been replaced since, refreshes nothing", async () => {
    const { api, get, app, refresh, fetch } = signedApi();
    const late = pending<Response>();
    fetch.mockImplementationOnce(() => late.promise);
    const slow = api.request("GET /v1/slow");
    await vi.advanceTimersByTimeAsync(0);
    expect(await get()).toBe("in");
    late.resolve(envelope(401, "UNAUTHORIZED"));
    expect(await slow).toBe("in");
    expect(refresh).toHaveBeenCalledTimes(1);
    app.taken = "newest";
    expect(await get()).toBe("in");
    expect(refresh).toHaveBeenCalledTimes(2);
  });

  it("works for an app that stores nothing, time after time", async () => {
    const { get, app, signed } = signedApi({ token: () => "old", refresh: async () => app.taken });
    expect(await get()).toBe("in");
    app.taken = "newer";
    expect(await get()).toBe("in");
    expect(await get()).toBe("in");
    expect(signed).toEqual([
      "Bearer old",
      "Bearer new",
      "Bearer new",
      "Bearer newer",
      "Bearer newer",
    ]);
  });

  it("refreshes where there was no token yet, as with a session in a cookie", async () => {
    const { get, app, signed } = signedApi();
    app.token = "";
    expect(await get()).toBe("in");
    expect(signed).toEqual(["none", "Bearer new"]);
  });

  it("sends a call again once, and gives the second 401 as it is", async () => {
    const { get, fetch, refresh } = signedApi({ refresh: async () => "useless" });
    expect(await failureOf(get())).toMatchObject({
      code: "UNAUTHORIZED",
      status: 401,
      requestId: "req_01",
      attempts: 2,
    });
    expect(fetch).toHaveBeenCalledTimes(2);
    expect(refresh).not.toHaveBeenCalled();
  });

  it("leaves nothing of its answer in the failure of the call that follows it", async () => {
    const { get, fetch } = signedApi({}, false);
    fetch
      .mockImplementationOnce(async () => envelope(401, "UNAUTHORIZED", { "x-request-id": "r1" }))
      .mockRejectedValueOnce(new TypeError("Failed to fetch"));
    expect(await failureOf(get())).toMatchObject({
      code: "NETWORK_ERROR",
      status: undefined,
      requestId: undefined,
      attempts: 2,
    });
  });

  it("needs no retry policy: with retry off it refreshes all the same", async () => {
    const { get } = signedApi({}, false);
    expect(await get()).toBe("in");
  });

  it("sends a POST and its body again: what was refused was not done", async () => {
    const { api, fetch } = signedApi();
    expect(await api.request("POST /v1/x", { body: { text: "hi" } })).toBe("in");
    expect(fetch.mock.calls.map(([, init]) => init?.body)).toEqual([
      '{"text":"hi"}',
      '{"text":"hi"}',
    ]);
  });

  it("leaves the retries of the call as they were", async () => {
    const { get, fetch } = signedApi();
    fetch.mockImplementationOnce(async () => envelope(500, "X"));
    const value = get();
    await vi.advanceTimersByTimeAsync(minute);
    expect(await value).toBe("in");
    expect(fetch).toHaveBeenCalledTimes(3);
  });
});

describe("a refresh that is refused", () => {
  const refusal = () => new ApiError({ code: "X", kind: "unauthorized", status: 401, message: "" });
  const trpcError = (httpStatus: number) =>
    Object.assign(new Error("no"), { name: "TRPCClientError", data: { httpStatus } });
  const inNetworkError = (statusCode: number) =>
    Object.assign(new Error("no"), { networkError: { statusCode, result: {} } });
  const refused = (status: number) => Object.assign(new Error("invalid_grant"), { status });

  it.each([
    ["an error with status 400", () => Promise.reject(refused(400))],
    ["an error with status 401", () => Promise.reject(refused(401))],
    ["an error with status 403", () => Promise.reject(refused(403))],
    ["a Response", () => Promise.reject(new Response(null, { status: 401 }))],
    ["another library's error", () => Promise.reject({ response: { status: 401 } })],
    ["an error of axios", () => Promise.reject(axiosError(401))],
    ["an error of tRPC", () => Promise.reject(trpcError(401))],
    ["an error of Apollo", () => Promise.reject(inNetworkError(401))],
    ["an error that one caused", () => Promise.reject(new Error("no", { cause: refusal() }))],
    ["an ApiError", () => Promise.reject(refusal())],
    ["no token", async () => null],
    ["an empty token", async () => ""],
  ])("with %s ends the session once, and each call has its own 401", async (_, refresh) => {
    const { get, fetch, onSessionExpired } = signedApi({ refresh });
    const errors = await Promise.all(twenty(() => failureOf(get())));
    expect(new Set(errors)).toHaveLength(20);
    for (const error of errors)
      expect(error).toMatchObject({ code: "UNAUTHORIZED", status: 401, requestId: "req_01" });
    expect(fetch).toHaveBeenCalledTimes(20);
    expect(onSessionExpired).toHaveBeenCalledTimes(1);
    const [ending] = onSessionExpired.mock.calls[0] ?? [];
    expect(ending).toBeInstanceOf(ApiError);
    expect(ending?.code).not.toBe("UNEXPECTED_ERROR");
    expect(ending?.status).toBeOneOf([400, 401, 403]);
  });

  it("is not asked for again until there is another token", async () => {
    const refresh = vi.fn(async () => Promise.reject(refused(401)));
    const { get, app, onSessionExpired } = signedApi({ refresh });
    await failureOf(get());
    await failureOf(get());
    expect(refresh).toHaveBeenCalledTimes(1);
    app.token = "signed in again";
    await failureOf(get());
    expect(refresh).toHaveBeenCalledTimes(2);
    expect(onSessionExpired).toHaveBeenCalledTimes(2);
  });

  it("is told once, also where the app then forgets its token", async () => {
    const refresh = vi.fn(async () => Promise.reject(refused(401)));
    const told = vi.fn();
    const onSessionExpired = () => {
      told();
      app.token = "";
    };
    const { get, app } = signedApi({ refresh, onSessionExpired });
    for (let call = 1; call <= 3; call += 1) await failureOf(get());
    expect(told).toHaveBeenCalledTimes(1);
    app.token = "signed in again";
    await failureOf(get());
    expect(told).toHaveBeenCalledTimes(2);
  });

  it("ends no session that another refresh has renewed meanwhile", async () => {
    const late = pending<void>();
    const { get, app, refresh, onSessionExpired } = signedApi();
    refresh.mockImplementationOnce(async () => {
      await late.promise;
      throw refused(400);
    });
    const value = get();
    await vi.advanceTimersByTimeAsync(2 * minute);
    expect(await value).toBe("in");
    late.resolve();
    await vi.advanceTimersByTimeAsync(10);
    expect(onSessionExpired).not.toHaveBeenCalled();
    expect(app.token).toBe("new");
  });

  it("ends the session although onSessionExpired throws", async () => {
    vi.spyOn(console, "error").mockImplementation(() => {});
    const { get } = signedApi({
      refresh: async () => null,
      onSessionExpired: () => {
        throw new Error("a mistake in the app");
      },
    });
    expect((await failureOf(get())).status).toBe(401);
  });
});

describe("a refresh that fails", () => {
  it("on the network ends no session: the call is retried, and refreshes again", async () => {
    const { get, refresh, onSessionExpired } = signedApi();
    refresh.mockRejectedValueOnce(new TypeError("Failed to fetch"));
    const value = get();
    await vi.advanceTimersByTimeAsync(minute);
    expect(await value).toBe("in");
    expect(refresh).toHaveBeenCalledTimes(2);
    expect(onSessionExpired).not.toHaveBeenCalled();
  });

  it("on the network, with no retry, is a NETWORK_ERROR without the refusal's status and id", async () => {
    const { get, refresh } = signedApi({}, false);
    refresh.mockRejectedValueOnce(new TypeError("Failed to fetch"));
    const error = await failureOf(get());
    expect(error).toMatchObject({ code: "NETWORK_ERROR", status: undefined, requestId: undefined });
  });

  it("with an answer of its own gives the calls that answer", async () => {
    const { get, refresh, onSessionExpired } = signedApi({}, false);
    refresh.mockRejectedValueOnce(
      new ApiError({ code: "AUTH_DOWN", kind: "unavailable", status: 503, message: "" }),
    );
    expect(await failureOf(get())).toMatchObject({ code: "AUTH_DOWN", status: 503, path: "/v1/x" });
    expect(onSessionExpired).not.toHaveBeenCalled();
  });

  it("by a mistake of the app's is an UNEXPECTED_ERROR that is not retried", async () => {
    const { get, refresh } = signedApi();
    const mistake = new ReferenceError("tokn is not defined");
    refresh.mockRejectedValueOnce(mistake);
    expect(await failureOf(get())).toMatchObject({ code: "UNEXPECTED_ERROR", cause: mistake });
  });

  it("with an answer to axios gives the calls that answer, which says nothing of their own API", async () => {
    const { api, get, refresh } = signedApi();
    const data = { error: { code: "AUTH_DOWN", message: "m", requestId: "req_auth" } };
    const { request, ...config } = { request: {}, headers: new AxiosHeaders() };
    const response = { status: 503, statusText: "", data, headers: {}, config };
    refresh.mockRejectedValue(new AxiosError("no", "ERR_BAD_RESPONSE", config, request, response));
    const errors = await Promise.all([failureOf(get()), failureOf(get())]);
    const told = { code: "AUTH_DOWN", status: 503, requestId: "req_auth", attempts: 1 };
    expect(errors).toMatchObject([told, told]);
    expect(statusOf(internalsOf(api).sightings).getSnapshot().state).toBe("up");
  });

  it.each<[string, unknown]>([
    ["it cannot store the token", new DOMException("full", "QuotaExceededError")],
    ["axios says that it was answered 500", axiosError(500)],
    ["its server answered 503", apiError(503)],
    ["its server is busy", apiError(429)],
    ["it timed out by its own limit", new DOMException("late", "TimeoutError")],
  ])("where %s is asked once: a token that rotates would be burnt", async (_, thrown) => {
    const { get, refresh, onSessionExpired } = signedApi();
    refresh.mockRejectedValue(thrown);
    const failed = failureOf(get());
    await vi.advanceTimersByTimeAsync(2 * minute);
    expect(await failed).toMatchObject({ retryStopped: "notRetryable", cause: thrown });
    expect(refresh).toHaveBeenCalledTimes(1);
    expect(onSessionExpired).not.toHaveBeenCalled();
  });

  it("to end within 30 s counts as one that failed on the network, and the next may start", async () => {
    const { get, refresh } = signedApi();
    refresh.mockImplementationOnce(() => new Promise(() => {}));
    const value = get();
    await vi.advanceTimersByTimeAsync(2 * minute);
    expect(await value).toBe("in");
    expect(refresh).toHaveBeenCalledTimes(2);
  });
});

describe("a refresh during which the person signs out", () => {
  it("signs no later call with its token, and sends its own no more", async () => {
    const renewed = pending<string>();
    const { get, app, refresh, signed } = signedApi({}, false);
    refresh.mockResolvedValue("").mockImplementationOnce(() => renewed.promise);
    const first = failureOf(get());
    await vi.advanceTimersByTimeAsync(10);
    expect(refresh).toHaveBeenCalledTimes(1);
    app.token = "";
    renewed.resolve("new");
    expect(await first).toMatchObject({ status: 401, attempts: 1 });
    await failureOf(get());
    expect(signed).toEqual(["Bearer old", "none"]);
  });

  it.each([
    ["gives a token", () => "new"],
    ["is refused", () => Promise.reject(Object.assign(new Error("over"), { status: 401 }))],
  ])("and that %s afterwards leaves the next person's to themselves", async (_, end) => {
    const ended = pending<void>();
    const { api, get, app, refresh, signed, onSessionExpired } = signedApi({ token: () => null });
    refresh.mockImplementation(async () => "bob");
    refresh.mockImplementationOnce(() => ended.promise.then(end));
    const adas = failureOf(get());
    await vi.advanceTimersByTimeAsync(10);
    internalsOf(api).forget();
    app.taken = "bob";
    expect(await get()).toBe("in");
    ended.resolve();
    expect(await adas).toMatchObject({ status: 401, attempts: 1 });
    expect(await get()).toBe("in");
    expect(signed).toEqual(["none", "none", "Bearer bob", "Bearer bob"]);
    expect(onSessionExpired).not.toHaveBeenCalled();
  });
});

describe("a call that is aborted while it waits for a refresh", () => {
  it("ends at once, and the refresh goes on for the others", async () => {
    const renewed = pending<string>();
    const { api, get, app, refresh } = signedApi({}, false);
    refresh.mockImplementationOnce(() => renewed.promise);
    const controller = new AbortController();
    const aborted = failureOf(api.request("GET /v1/x", { signal: controller.signal }));
    const other = get();
    await vi.advanceTimersByTimeAsync(0);
    controller.abort();
    expect((await aborted).code).toBe("ABORT_ERROR");
    app.token = app.taken;
    renewed.resolve(app.taken);
    expect(await other).toBe("in");
    expect(refresh).toHaveBeenCalledTimes(1);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe("tabs", () => {
  it("share one refresh by a Web Lock: who comes second finds the token in the store", async () => {
    const { granted } = fakeTabs();
    const first = signedApi();
    const second = signedApi({ token: () => first.app.token });
    const calls = [...twenty(first.get), ...twenty(second.get)];
    expect(new Set(await Promise.all(calls))).toEqual(new Set(["in"]));
    expect(first.refresh.mock.calls.length + second.refresh.mock.calls.length).toBe(1);
    expect(granted).toEqual(["react-recourse:refresh", "react-recourse:refresh"]);
  });

  it("do not wait for their turn where the token has been replaced already", async () => {
    const { granted } = fakeTabs();
    const { api, get, fetch } = signedApi();
    const late = pending<Response>();
    fetch.mockImplementationOnce(() => late.promise);
    const slow = api.request("GET /v1/slow");
    await vi.advanceTimersByTimeAsync(0);
    await get();
    late.resolve(envelope(401, "UNAUTHORIZED"));
    expect(await slow).toBe("in");
    expect(granted).toHaveLength(1);
  });

  it("refresh each on their own where locks are forbidden, as in a sandboxed frame", async () => {
    const request = async () => Promise.reject(new DOMException("denied", "SecurityError"));
    vi.stubGlobal("document", {});
    vi.stubGlobal("navigator", { locks: { request } });
    const { get, refresh } = signedApi();
    expect(await get()).toBe("in");
    expect(refresh).toHaveBeenCalledTimes(1);
  });

  it("are a browser's: on a server one user does not wait for another", async () => {
    const request = vi.fn();
    vi.stubGlobal("navigator", { locks: { request } });
    expect(await signedApi().get()).toBe("in");
    expect(request).not.toHaveBeenCalled();
  });

  it("of another lock name do not wait for each other", async () => {
    const { granted } = fakeTabs();
    await signedApi({ lockName: "billing" }).get();
    expect(granted).toEqual(["billing"]);
  });
});
