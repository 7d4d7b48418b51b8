import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { envelope, fakeFetch, json, quietApi } from "./fake-fetch.ts";

function oneCall(answer = json({ id: "s1" })) {
  const { fetch, last, sent } = fakeFetch(answer);
  return { api: quietApi(fetch), last, sent };
}

describe("a request", () => {
  it("puts params in the path and query behind it", async () => {
    const { api, last } = oneCall();
    await api.request("GET /v1/sessions/{sessionId}", {
      params: { sessionId: "a/b" },
      query: { limit: 5, tag: ["x", "y"] },
    });
    expect(last()?.url.href).toBe("https://api.example/v1/sessions/a%2Fb?limit=5&tag=x&tag=y");
    expect(last()?.init.method).toBe("GET");
  });

  it("sends a body as JSON and says so", async () => {
    const { api, last } = oneCall();
    await api.request("POST /v1/sessions", { body: { agent: "a1" } });
    expect(last()?.init.body).toBe('{"agent":"a1"}');
    expect(last()?.headers.get("content-type")).toBe("application/json");
  });

  it.each<[string, string, Record<string, string>, string]>([
    ["CSV", "a,b\n1,2\n", { "content-type": "text/csv" }, "a,b\n1,2\n"],
    ["JSON that is written already", '{"a":1}', { "Content-Type": "application/json" }, '{"a":1}'],
    ["an empty text", "", { "content-type": "text/plain" }, ""],
    ["a string without a type", "a,b", {}, '"a,b"'],
  ])("sends a string body as the call's content type says: %s", async (_, body, headers, sent) => {
    const { api, last } = oneCall();
    await api.request("PUT /v1/x", { body, headers });
    expect(last()?.init.body).toBe(sent);
    expect(last()?.headers.get("content-type")).toBe(
      Object.values(headers)[0] ?? "application/json",
    );
  });

  it("sends a string as JSON where only the API's headers name a type", async () => {
    const { fetch, last } = fakeFetch(json({}));
    const api = quietApi(fetch, { headers: { "content-type": "application/json" } });
    await api.request("PUT /v1/name", { body: "Ada" });
    expect(last()?.init.body).toBe('"Ada"');
    await api.request("PUT /v1/name", {
      body: { name: "Ada" },
      headers: { "content-type": "a/b" },
    });
    expect(last()?.init.body).toBe('{"name":"Ada"}');
  });

  it("leaves the content type of a form to the platform, and one that was given alone", async () => {
    const { api, last } = oneCall();
    await api.request("POST /v1/files", { body: new FormData() });
    expect(last()?.headers.has("content-type")).toBe(false);
    const headers = { "Content-Type": "application/merge-patch+json" };
    await api.request("PATCH /v1/x", { body: {}, headers });
    expect(last()?.headers.get("content-type")).toBe("application/merge-patch+json");
  });

  it("without a body sends none and no content type", async () => {
    const { api, last } = oneCall();
    await api.request("DELETE /v1/x");
    expect(last()?.init.body).toBeNull();
    expect(last()?.headers.has("content-type")).toBe(false);
  });

  it("gives what the schema makes of the answer", async () => {
    const { api } = oneCall();
    const Session = z.pipe(
      z.object({ id: z.string() }),
      z.transform(({ id }) => id.toUpperCase()),
    );
    expect(await api.request("GET /v1/x", { schema: Session })).toBe("S1");
  });

  it("without a schema gives the answer as it is", async () => {
    expect(await oneCall().api.request("GET /v1/x")).toEqual({ id: "s1" });
  });
});

describe("a fetch of the app's, or a wrapper of the page's own", () => {
  it("is given a string, as most are called and some can only read", async () => {
    const { fetch, sent } = fakeFetch(json({}));
    const wrapper: typeof globalThis.fetch = (input, init) => {
      const url = typeof input === "string" ? input : "url" in input ? input.url.slice(0) : "none";
      return fetch(url, init);
    };
    await quietApi(wrapper).request("GET /v1/x", { query: { a: "\u00e9 b" } });
    expect(sent[0]?.url.href).toBe("https://api.example/v1/x?a=%C3%A9+b");
    expect(fetch.mock.calls[0]?.[0]).toBe("https://api.example/v1/x?a=%C3%A9+b");
  });
});

describe("an idempotency key", () => {
  const refusedOnce = () => {
    const { fetch, sent } = fakeFetch(envelope(503, "X"), json({}));
    const keys = () => sent.map(({ headers }) => headers.get("idempotency-key"));
    return { api: quietApi(fetch, { retry: { baseDelayMs: 0 } }), keys };
  };

  it("that is given is the same on every attempt", async () => {
    const { api, keys } = refusedOnce();
    await api.request("POST /v1/x", { idempotencyKey: "order-7" });
    expect(keys()).toEqual(["order-7", "order-7"]);
  });

  it("that is made is the same on every attempt and another in the next call", async () => {
    const { api, keys } = refusedOnce();
    await api.request("POST /v1/x", { idempotencyKey: true });
    await api.request("POST /v1/x", { idempotencyKey: true });
    const [first, again, next] = keys();
    expect(first).toMatch(/^[0-9a-f]{32}$/);
    expect(again).toBe(first);
    expect(next).not.toBe(first);
  });

  it.each([undefined, false])("is not sent for %j", async (idempotencyKey) => {
    const { api, keys } = refusedOnce();
    await api.request("POST /v1/x", idempotencyKey === undefined ? {} : { idempotencyKey });
    expect(keys()).toEqual([null, null]);
  });
});
