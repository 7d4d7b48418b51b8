/** What `api.fetch` promises beside its answers: to whom a call belongs, what ends it, what it keeps, and what it is not told. */

import { afterEach, beforeEach, describe, expect, it, test, vi } from "vitest";
import { toApiError } from "../../src/envelope/to-api-error.ts";
import { ApiError } from "../../src/error/api-error.ts";
import { internalsOf } from "../../src/fetcher/api.ts";
import { bearer } from "../../src/fetcher/bearer.ts";
import { apiKey } from "../../src/fetcher/credentials.ts";
import { envelope, fakeFetch, json, quietApi, thrownBy } from "./fake-fetch.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const url = "https://api.example/v1/x";

/** A signal that counts who listens to it. */
function watchedSignal() {
  const controller = new AbortController();
  const { signal } = controller;
  let listeners = 0;
  const { addEventListener, removeEventListener } = signal;
  signal.addEventListener = (...args: Parameters<typeof addEventListener>) => {
    listeners += 1;
    addEventListener.apply(signal, args);
  };
  signal.removeEventListener = (...args: Parameters<typeof removeEventListener>) => {
    listeners -= 1;
    removeEventListener.apply(signal, args);
  };
  return { controller, signal, listeners: () => listeners };
}

/** A body of a `Request` that comes when it is told to. */
function heldBody() {
  let finish = () => {};
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      finish = () => {
        controller.enqueue(new TextEncoder().encode("ada's"));
        controller.close();
      };
    },
  });
  return { init: { method: "POST", body, ...{ duplex: "half" } }, finish: () => finish() };
}

describe("A call of api.fetch belongs to the person it was begun for", () => {
  it("and is not sent once she has signed out, however soon", async () => {
    const { fetch, sent } = fakeFetch(json({}));
    let key = "ada";
    const api = quietApi(fetch, { credentials: apiKey(() => key) });
    const call = thrownBy(api.fetch(url, { method: "POST", body: "ada's" }));
    key = "bob";
    internalsOf(api).forget();
    await call;
    expect(sent).toEqual([]);
  });

  it("nor as another who signs in while the body of its Request is read", async () => {
    const { fetch, sent } = fakeFetch(json({}));
    let key = "ada";
    const api = quietApi(fetch, { credentials: apiKey(() => key) });
    const { init, finish } = heldBody();
    const call = thrownBy(api.fetch(new Request(url, init)));
    await vi.advanceTimersByTimeAsync(1);
    key = "bob";
    finish();
    expect(await call).toBeInstanceOf(TypeError);
    expect(sent).toEqual([]);
  });
});

describe("Credentials are asked once an attempt", () => {
  const written = { method: "POST", body: "a" };
  const person = () => "ada";

  it.each<[string, RequestInfo, RequestInit?, typeof person?]>([
    ["of an address", url],
    ["of an address with a body", url, written],
    ["of a Request without a body", new Request(url)],
    ["of a Request with a body of the call's own", new Request(url, written), { body: "b" }],
    [
      "of a Request with a body, where the app says who is signed in",
      new Request(url, written),
      {},
      person,
    ],
  ])("%s", async (_, input, init, identity) => {
    const headers = vi.fn(async () => ({ authorization: "Bearer t" }));
    const { fetch, sent } = fakeFetch(envelope(503, "DOWN"), json({}));
    const credentials = { headers, ...(identity && { identity }) };
    const call = quietApi(fetch, { credentials }).fetch(input, init);
    await vi.runAllTimersAsync();
    await call;
    expect([sent.length, headers.mock.calls.length]).toEqual([2, 2]);
  });
});

describe("An abort", () => {
  it("is heard while the body of a Request is read", async () => {
    const controller = new AbortController();
    const { init } = heldBody();
    const request = new Request(url, { ...init, signal: controller.signal });
    const call = thrownBy(quietApi(fakeFetch(json({})).fetch).fetch(request));
    await vi.advanceTimersByTimeAsync(1);
    controller.abort(new Error("gone"));
    expect(await call).toMatchObject({ message: "gone" });
  });

  it("ends the body of an answer that is no success", async () => {
    const controller = new AbortController();
    const fetch = vi.fn(async (_input: unknown, init?: RequestInit) => {
      const body = new ReadableStream({
        start(stream) {
          stream.enqueue(new Uint8Array(70 * 1_024));
          init?.signal?.addEventListener("abort", () => stream.error(init.signal?.reason));
        },
      });
      return new Response(body, { status: 404 });
    });
    const response = await quietApi(fetch).fetch(url, { signal: controller.signal });
    const text = thrownBy(response.text());
    controller.abort(new Error("enough"));
    expect(await text).toMatchObject({ message: "enough" });
  });

  it("of a Request is let go of by `signal: null`", async () => {
    const request = new Request(url, { signal: AbortSignal.abort() });
    const { fetch } = fakeFetch(json("ok"));
    expect((await quietApi(fetch).fetch(request, { signal: null })).status).toBe(200);
  });
});

describe("A signal that lives long", () => {
  it.each<[string, () => Response]>([
    ["a success without a body", () => new Response(null, { status: 204 })],
    ["a rejection", () => Response.error()],
  ])("keeps no listener after %s", async (_, answer) => {
    const { signal, listeners } = watchedSignal();
    const call = quietApi(async () => answer(), { retry: false }).fetch(url, { signal });
    await call.catch(() => {});
    expect(listeners()).toBe(0);
  });
});

describe("One Request for two calls", () => {
  /** As axios has it, which keeps the request and, of the answer, what it read. */
  const readAs = (request: Request, status: number, requestId: string) => {
    const data = { error: { code: `E${status}`, requestId } };
    return Object.assign(new Error(), { request, response: { status, data } });
  };
  const answerOf = (status: number) =>
    json({ error: { code: `E${status}`, requestId: `req_${status}` } }, { status });

  it("does not stand for the first one's error once the second has begun", async () => {
    const { fetch } = fakeFetch(envelope(404, "GONE"), json({}));
    const api = quietApi(fetch);
    const request = new Request(url);
    await api.fetch(request);
    const first = Object.assign(new Error(), { request });
    expect(toApiError(first).code).toBe("GONE");
    await api.fetch(request);
    const thrown = Object.assign(new Error("cannot parse"), { request });
    expect(toApiError(thrown).code).toBe("UNEXPECTED_ERROR");
    // What it was read as, it stays.
    expect(toApiError(first).code).toBe("GONE");
  });

  it.each<[string, (first: Promise<unknown>) => Promise<unknown>]>([
    ["at once", () => Promise.resolve()],
    ["one after the other", (first) => first],
  ])("%s leaves each error its own answer's id", async (_, begin) => {
    const { fetch } = fakeFetch(answerOf(404), answerOf(409));
    const api = quietApi(fetch);
    const request = new Request(url);
    const first = api.fetch(request);
    await begin(first);
    await Promise.all([first, api.fetch(request)]);
    const errors = [404, 409].map((status) => readAs(request, status, `req_${status}`));
    expect(errors.map(toApiError)).toMatchObject([
      { code: "E404", status: 404, requestId: "req_404" },
      { code: "E409", status: 409, requestId: "req_409" },
    ]);
    const bare = toApiError(Object.assign(new Error(), { request }));
    expect(bare).toMatchObject({ code: "UNEXPECTED_ERROR", requestId: undefined });
  });
});

describe("What the platform's fetch refuses is refused at once, and nothing is sent", () => {
  test.each<[string, object]>([
    ["mode", { mode: "cors2" }],
    ["cache", { cache: "only-if-cached" }],
    ["credentials", { credentials: "yes" }],
    ["redirect", { redirect: "away" }],
  ])("%s", async (_, settings) => {
    const init: RequestInit = Object.assign({}, settings);
    const { fetch, sent } = fakeFetch(json({}));
    const onError = vi.fn();
    const thrown = await thrownBy(quietApi(fetch, { onError }).fetch(url, init));
    expect(thrown).toBeInstanceOf(TypeError);
    expect([sent.length, onError.mock.calls.length]).toEqual([0, 0]);
  });
});

describe("What stands on Object.prototype is no option", () => {
  const polluted = { redirect: "follow", method: "DELETE", headers: { "x-evil": "1" } };
  afterEach(() => {
    for (const name of Object.keys(polluted)) Reflect.deleteProperty(Object.prototype, name);
  });

  it("of a call", async () => {
    Object.assign(Object.prototype, polluted);
    const { fetch, last } = fakeFetch(json({}));
    await quietApi(fetch).fetch(url, {});
    const { method, redirect, headers } = last()?.init ?? {};
    expect([method, redirect, [...new Headers(headers)]]).toEqual(["GET", "manual", []]);
  });
});

it("An address of a `blob:` that the page has made is not the API's", async () => {
  const { fetch, last } = fakeFetch(json({}));
  const credentials = apiKey("k");
  await quietApi(fetch, { credentials }).fetch("blob:https://api.example/3f1c");
  expect(last()?.headers.get("x-api-key")).toBeNull();
});

it("A 401 is not handed on where it was the refresh that failed", async () => {
  const refresh = () => Promise.reject(new TypeError("Failed to fetch"));
  const credentials = bearer({ token: () => "old", refresh });
  const { fetch } = fakeFetch(envelope(401, "UNAUTHORIZED"));
  const thrown = await thrownBy(quietApi(fetch, { credentials, retry: false }).fetch(url));
  expect(thrown).toMatchObject({ name: "TypeError", cause: { code: "NETWORK_ERROR" } });
});

it("A 503 is not handed on where a later attempt's token failed with another 503", async () => {
  const failed = new ApiError({
    code: "AUTH_DOWN",
    kind: "unavailable",
    status: 503,
    message: "",
    requestId: "req_auth",
  });
  const token = vi
    .fn<() => Promise<string>>()
    .mockRejectedValue(failed)
    .mockResolvedValueOnce("first");
  const { fetch } = fakeFetch(envelope(503, "DOWN"));
  const api = quietApi(fetch, { credentials: bearer({ token }) });
  const thrown = thrownBy(api.fetch(url));
  await vi.runAllTimersAsync();
  expect(await thrown).toMatchObject({
    name: "TypeError",
    cause: { code: "AUTH_DOWN", requestId: "req_auth" },
  });
});
