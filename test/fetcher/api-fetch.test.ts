import { afterEach, beforeEach, describe, expect, it, test, vi } from "vitest";
import { knownErrorOf } from "../../src/envelope/known-errors.ts";
import type { ApiError } from "../../src/error/api-error.ts";
import { bearer } from "../../src/fetcher/bearer.ts";
import { apiKey } from "../../src/fetcher/credentials.ts";
import {
  cut,
  endless,
  failureOf,
  fakeFetch,
  json,
  quietApi,
  silentFetch,
  thrownBy,
} from "./fake-fetch.ts";
import { signedApi } from "./signed-api.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const url = "https://api.example/v1/sessions/ses_01";

function refusal(status: number, requestId: string, headers: Record<string, string> = {}) {
  const error = { code: "GENERIC_ERROR", message: "m", requestId };
  return json({ error }, { status, headers });
}

/** Lets all waits pass. */
async function settled<T>(call: Promise<T>): Promise<T> {
  // Before the timers run, so that a rejection is never unheard.
  const heard = call.then(
    (value) => ({ value }),
    (thrown: unknown) => ({ thrown }),
  );
  await vi.runAllTimersAsync();
  const outcome = await heard;
  if ("thrown" in outcome) throw outcome.thrown;
  return outcome.value;
}

function causeOf(thrown: unknown): unknown {
  return thrown instanceof Error ? thrown.cause : undefined;
}

describe("api.fetch", () => {
  it("signs a call, adds the API's headers below its own, and leaves the answer unread", async () => {
    const { fetch, last } = fakeFetch(json({ id: "ses_01" }));
    const api = quietApi(fetch, {
      credentials: apiKey("k"),
      headers: { "x-a": "api", "x-b": "api" },
    });
    const response = await api.fetch(url, { headers: { "X-A": "own" } });
    expect(await response.json()).toEqual({ id: "ses_01" });
    expect(Object.fromEntries(last()?.headers ?? [])).toEqual({
      "x-api-key": "k",
      "x-a": "own",
      "x-b": "api",
    });
  });

  it("retries by the policy, and gives the answer that comes at last", async () => {
    const { fetch, sent } = fakeFetch(refusal(503, "req_1"), json("ok"));
    const response = await settled(quietApi(fetch).fetch(url));
    expect([response.status, await response.json(), sent.length]).toEqual([200, "ok", 2]);
  });

  it("gives the last answer after five attempts, with its body unread and its error known", async () => {
    const ids = ["req_1", "req_2", "req_3", "req_4", "req_5"];
    const onError = vi.fn<(error: ApiError) => void>();
    const { fetch, sent } = fakeFetch(...ids.map((id) => refusal(500, id)));
    const response = await settled(quietApi(fetch, { onError }).fetch(url));
    expect(sent).toHaveLength(5);
    expect(response.status).toBe(500);
    expect(await response.json()).toMatchObject({ error: { requestId: "req_5" } });
    const error = knownErrorOf(response);
    expect(error).toMatchObject({
      code: "GENERIC_ERROR",
      status: 500,
      requestId: "req_5",
      attempts: 5,
      retryStopped: "attempts",
      route: "GET /v1/sessions/{}",
      api: "https://api.example/",
    });
    expect(onError.mock.calls).toEqual([[error]]);
  });

  it("gives a call's own last answer where a retry may not be sent any more", async () => {
    const { fetch, sent } = fakeFetch(refusal(503, "req_1", { "retry-after": "3600" }));
    const response = await settled(quietApi(fetch).fetch(url));
    expect(sent).toHaveLength(1);
    expect(knownErrorOf(response)).toMatchObject({
      requestId: "req_1",
      retryStopped: "retryAfterTooLong",
    });
  });

  it("rejects as fetch does where no answer comes, with the ApiError as the cause", async () => {
    const { fetch, sent } = fakeFetch(new TypeError("Failed to fetch"));
    const thrown = await thrownBy(settled(quietApi(fetch).fetch(url)));
    expect(thrown).toBeInstanceOf(TypeError);
    expect(causeOf(thrown)).toMatchObject({ code: "NETWORK_ERROR", attempts: 5 });
    expect(sent).toHaveLength(5);
  });

  it("does not give an answer of before where the last attempt got none", async () => {
    const { fetch } = fakeFetch(refusal(500, "req_1"), new TypeError("Failed to fetch"));
    const thrown = await thrownBy(settled(quietApi(fetch).fetch(url)));
    expect(causeOf(thrown)).toMatchObject({ code: "NETWORK_ERROR", requestId: undefined });
  });

  it("rejects with a TimeoutError when its own time is over, and does not send again", async () => {
    const fetch = vi.fn(silentFetch);
    const api = quietApi(fetch, { timeoutMs: 1_000 });
    const thrown = await thrownBy(settled(api.fetch(url)));
    expect(thrown).toMatchObject({ name: "TimeoutError" });
    expect(causeOf(thrown)).toMatchObject({ code: "TIMEOUT", retryStopped: "noAnswer" });
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  it("is over with its time limit at the head: a body may take longer", async () => {
    let finish = () => {};
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        finish = () => {
          controller.enqueue(new TextEncoder().encode("late"));
          controller.close();
        };
      },
    });
    const api = quietApi(async () => new Response(body), { timeoutMs: 1_000 });
    const response = await api.fetch(url);
    const text = response.text();
    await vi.advanceTimersByTimeAsync(60_000);
    finish();
    expect(await text).toBe("late");
  });

  it("still reads the error of an answer whose body breaks or never ends", async () => {
    const headers = { "x-request-id": "req_head" };
    const broken = quietApi(async () => cut({ status: 404, headers }, '{"err'));
    expect(knownErrorOf(await broken.fetch(url))).toMatchObject({
      status: 404,
      requestId: "req_head",
    });
    const silent = quietApi(async () => endless({ status: 404, headers }, "{"), { timeoutMs: 500 });
    const thrown = await thrownBy(settled(silent.fetch(url)));
    expect(causeOf(thrown)).toMatchObject({ code: "TIMEOUT", status: 404, requestId: "req_head" });
  });

  it("gives what is no success and no failure as it is, and sends it once", async () => {
    const { fetch, sent } = fakeFetch(new Response(null, { status: 304 }));
    const onError = vi.fn();
    const response = await quietApi(fetch, { onError }).fetch(url, {
      headers: { "if-none-match": '"a"' },
    });
    expect([response.status, sent.length, onError.mock.calls.length]).toEqual([304, 1, 0]);
  });

  describe("with an abort", () => {
    it("rejects with the caller's own reason, on the way and while it waits", async () => {
      const reason = new Error("the user left");
      const way = new AbortController();
      const onWay = thrownBy(quietApi(vi.fn(silentFetch)).fetch(url, { signal: way.signal }));
      await vi.advanceTimersByTimeAsync(10);
      way.abort(reason);
      expect(await onWay).toBe(reason);

      const wait = new AbortController();
      const { fetch, sent } = fakeFetch(refusal(503, "req_1"));
      const waiting = thrownBy(quietApi(fetch).fetch(url, { signal: wait.signal }));
      await vi.advanceTimersByTimeAsync(100);
      wait.abort(reason);
      expect(await waiting).toBe(reason);
      expect(sent).toHaveLength(1);
    });

    it("tells nobody of it, and sends nothing that is aborted before it begins", async () => {
      const onError = vi.fn();
      const { fetch, sent } = fakeFetch(json({}));
      const signal = AbortSignal.abort();
      const thrown = await thrownBy(quietApi(fetch, { onError }).fetch(url, { signal }));
      expect(thrown).toBe(signal.reason);
      expect([sent.length, onError.mock.calls.length]).toEqual([0, 0]);
    });

    it("ends the body of a success that is being read", async () => {
      const controller = new AbortController();
      const fetch = vi.fn(async (_input: unknown, init?: RequestInit) => {
        const body = new ReadableStream({
          start: (stream) =>
            init?.signal?.addEventListener("abort", () => stream.error(init.signal?.reason)),
        });
        return new Response(body);
      });
      const response = await quietApi(fetch).fetch(url, { signal: controller.signal });
      const text = thrownBy(response.text());
      controller.abort(new Error("enough"));
      expect(await text).toMatchObject({ message: "enough" });
    });
  });

  describe("with a body", () => {
    const form = new FormData();
    form.set("a", "1");
    it.each([
      ["text", "a,b"],
      ["URLSearchParams", new URLSearchParams({ a: "1" })],
      ["FormData", form],
      ["a Blob", new Blob(["a"])],
      ["a buffer", new TextEncoder().encode("a")],
    ])(
      "of %s sends the same again, and leaves its content type to the platform",
      async (_, body) => {
        const { fetch, sent } = fakeFetch(refusal(503, "req_1"), json({}));
        await settled(quietApi(fetch).fetch(url, { method: "PUT", body }));
        expect(sent.map(({ init }) => init.body)).toEqual([body, body]);
        expect(sent.map(({ headers }) => headers.get("content-type"))).toEqual([null, null]);
      },
    );

    it("of a stream sends it once, says so in development, and gives the first answer", async () => {
      const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
      const { fetch, sent } = fakeFetch(refusal(503, "req_1"), json({}));
      const body = new Blob(["a"]).stream();
      const init = { method: "PUT", body, duplex: "half" };
      const response = await settled(quietApi(fetch).fetch("https://api.example/v1/stream", init));
      expect([response.status, sent.length, sent[0]?.init.body]).toEqual([503, 1, body]);
      expect(knownErrorOf(response)).toMatchObject({ retryStopped: "unsafeMethod" });
      expect(warn.mock.calls.map(([line]) => line)).toEqual([
        "[react-recourse] the body of PUT /v1/stream is a stream, which cannot be sent twice, so that its first failure was its last: pass a Blob or a buffer to have it retried",
      ]);
    });

    it("of a stream is not sent again with a new token", async () => {
      vi.spyOn(console, "warn").mockImplementation(() => {});
      const { api, fetch } = signedApi();
      const body = new Blob(["a"]).stream();
      const response = await api.fetch(url, { method: "POST", body, ...{ duplex: "half" } });
      expect([response.status, fetch.mock.calls.length]).toEqual([401, 1]);
    });
  });

  describe("with a Request", () => {
    it("sends its method, headers, body and settings, again where it must", async () => {
      const { fetch, sent } = fakeFetch(refusal(503, "req_1"), json({}));
      const request = new Request(url, {
        method: "PUT",
        body: JSON.stringify({ a: 1 }),
        headers: { "content-type": "application/json" },
        credentials: "include",
        integrity: "",
      });
      await settled(quietApi(fetch).fetch(request));
      const bodies = sent.map(({ init }) => new Response(init.body).text());
      expect(await Promise.all(bodies)).toEqual(['{"a":1}', '{"a":1}']);
      expect(sent[1]?.url.href).toBe(url);
      expect(sent[1]?.init).toMatchObject({ method: "PUT", credentials: "include" });
      expect(sent[1]?.headers.get("content-type")).toBe("application/json");
      expect(request.bodyUsed).toBe(true);
    });

    it("lets what is given beside it count more, as fetch does", async () => {
      const { fetch, last } = fakeFetch(json({}));
      const request = new Request(url, { method: "POST", body: "a", headers: { "x-a": "1" } });
      await quietApi(fetch).fetch(request, { method: "PUT", headers: { "x-b": "2" }, body: "b" });
      expect([last()?.init.method, last()?.init.body]).toEqual(["PUT", "b"]);
      expect(Object.fromEntries(last()?.headers ?? [])).toEqual({ "x-b": "2" });
    });

    it("knows its error too, since axios keeps the request and not the answer", async () => {
      const { fetch } = fakeFetch(refusal(404, "req_1"));
      const request = new Request(url);
      const response = await quietApi(fetch).fetch(request);
      expect(knownErrorOf(request)).toBe(knownErrorOf(response));
      expect(knownErrorOf(request)).toMatchObject({ requestId: "req_1" });
    });

    it("heeds its signal", async () => {
      const controller = new AbortController();
      const request = new Request(url, { signal: controller.signal });
      const thrown = thrownBy(quietApi(vi.fn(silentFetch)).fetch(request));
      await vi.advanceTimersByTimeAsync(1);
      controller.abort(new Error("gone"));
      expect(await thrown).toMatchObject({ message: "gone" });
    });
  });

  describe("with what fetch refuses", () => {
    it.each<[string, string, RequestInit?]>([
      ["a URL that is none", "https://"],
      ["a method that is none", url, { method: "GET X" }],
      ["a method that pages may not use", url, { method: "CONNECT" }],
      ["a header that is none", url, { headers: { "a b": "1" } }],
      ["a GET with a body", url, { body: "a" }],
    ])(
      "rejects with the platform's TypeError for %s, and sends nothing",
      async (_, input, init) => {
        const { fetch, sent } = fakeFetch(json({}));
        const api = quietApi(init ? fetch : globalThis.fetch);
        expect(await thrownBy(api.fetch(input, init))).toBeInstanceOf(TypeError);
        expect(sent).toHaveLength(0);
      },
    );
  });

  describe("to another origin", () => {
    test.each(["https://files.example/a", "https://api.example:8443/a", "http://api.example/a"])(
      "%s goes as it is: no credentials, no headers, no retry, no report",
      async (other) => {
        const onError = vi.fn();
        const { fetch, sent } = fakeFetch(refusal(503, "req_1"));
        const credentials = apiKey("k");
        const api = quietApi(fetch, { credentials, headers: { "x-tenant": "7" }, onError });
        const response = await api.fetch(other);
        expect([response.status, sent.length, onError.mock.calls.length]).toEqual([503, 1, 0]);
        expect([...(sent[0]?.headers ?? [])]).toEqual([]);
      },
    );
  });

  describe("where a token is refused", () => {
    it("renews it once and sends the call again", async () => {
      const { api, signed, refresh } = signedApi();
      const responses = await Promise.all([api.fetch(url), api.fetch(`${url}/b`)]);
      expect(responses.map(({ status }) => status)).toEqual([200, 200]);
      expect(signed).toEqual(["Bearer old", "Bearer old", "Bearer new", "Bearer new"]);
      expect(refresh).toHaveBeenCalledTimes(1);
    });

    it("gives the 401 where there is no new one", async () => {
      const credentials = bearer({ token: () => "old", refresh: async () => null });
      const { fetch } = fakeFetch(refusal(401, "req_1"));
      const response = await quietApi(fetch, { credentials }).fetch(url);
      expect(knownErrorOf(response)).toMatchObject({ kind: "unauthorized", requestId: "req_1" });
    });
  });

  it("does not follow a redirect unless it is told to, and gives it where it is asked for", async () => {
    const moved = () =>
      new Response(null, { status: 307, headers: { location: "https://x.example" } });
    const { fetch, sent } = fakeFetch(moved);
    const api = quietApi(fetch);
    const thrown = await thrownBy(api.fetch(url));
    expect(causeOf(thrown)).toMatchObject({ code: "INVALID_RESPONSE", status: 307 });
    expect((await api.fetch(url, { redirect: "manual" })).status).toBe(307);
    await thrownBy(api.fetch(url, { redirect: "follow" }));
    await thrownBy(api.fetch(new Request(url, { redirect: "error" })));
    await thrownBy(quietApi(fetch, { redirect: "follow" }).fetch(url));
    expect(sent.map(({ init }) => init.redirect)).toEqual([
      "manual",
      "manual",
      "follow",
      "error",
      "follow",
    ]);
  });

  describe("names what it calls", () => {
    it("by the API's own `route`, for limits and reports", async () => {
      const { fetch, sent } = fakeFetch(refusal(429, "req_1", { "retry-after": "3600" }));
      const route = ({ pathname }: URL) => pathname.replace(/[^/]+$/, "{sessionId}");
      const api = quietApi(fetch, { route });
      await api.fetch(url);
      const held = await thrownBy(api.fetch("https://api.example/v1/sessions/ses_02"));
      expect(causeOf(held)).toMatchObject({
        code: "HELD_BACK",
        requestId: undefined,
        heldBy: { status: 429, route: "GET /v1/sessions/{sessionId}" },
      });
      expect(sent).toHaveLength(1);
      // The same limit as of the calls by route.
      const asked = api.request("GET /v1/sessions/{sessionId}", { params: { sessionId: "3" } });
      expect(await failureOf(asked)).toMatchObject({ code: "HELD_BACK" });
    });

    it("and refuses one that gives no path", async () => {
      const { fetch } = fakeFetch(json({}));
      const thrown = await thrownBy(quietApi(fetch, { route: () => "sessions?a" }).fetch(url));
      expect(thrown).toMatchObject({
        message: 'route must give a path such as "/v1/sessions/{sessionId}": got "sessions?a"',
      });
    });
  });

  it("takes a relative URL from the page, as fetch does", async () => {
    vi.stubGlobal("location", { href: "https://api.example/app/", origin: "https://api.example" });
    const { fetch, last } = fakeFetch(json({}));
    await quietApi(fetch).fetch("v1/x?a=1");
    vi.unstubAllGlobals();
    expect(last()?.url.href).toBe("https://api.example/app/v1/x?a=1");
  });

  it("asks with HEAD and keeps its own settings, of any runtime", async () => {
    const { fetch, last } = fakeFetch(new Response(null));
    const init = { method: "head", cache: "no-store", ...{ next: { revalidate: 60 } } } as const;
    const response = await quietApi(fetch).fetch(url, init);
    expect(await response.text()).toBe("");
    expect(last()?.init).toMatchObject({
      method: "HEAD",
      cache: "no-store",
      next: { revalidate: 60 },
    });
  });

  it("can be handed on without its API", async () => {
    const { fetch } = fakeFetch(json("ok"));
    const { fetch: handedOn } = quietApi(fetch);
    expect(await (await handedOn(url)).json()).toBe("ok");
  });

  it("repeats a POST without an answer only with an idempotency key", async () => {
    const { fetch, sent } = fakeFetch(new TypeError("Failed to fetch"));
    const api = quietApi(fetch);
    const init = { method: "POST", body: "a" };
    await thrownBy(settled(api.fetch(url, init)));
    expect(sent).toHaveLength(1);
    await thrownBy(settled(api.fetch(url, { ...init, headers: { "idempotency-key": "k1" } })));
    expect(sent).toHaveLength(6);
  });
});
