import { afterEach, describe, expect, it, vi } from "vitest";
import { givenMethods, givenOptions } from "../../src/error/given-options.ts";
import { internalsOf } from "../../src/fetcher/api.ts";
import type { ApiOptions } from "../../src/fetcher/api-options.ts";
import { bearer } from "../../src/fetcher/bearer.ts";
import { createApi } from "../../src/fetcher/create-api.ts";
import { apiKey } from "../../src/fetcher/credentials.ts";
import { retryPolicy } from "../../src/retry/retry-policy.ts";
import { envelope, failureOf, fakeFetch, json } from "./fake-fetch.ts";

let planted: string[] = [];

/** As a script of the page may do, by mistake or not. */
function plant(name: string, value: unknown): void {
  planted.push(name);
  Object.defineProperty(Object.prototype, name, { value, configurable: true, writable: true });
}

afterEach(() => {
  for (const name of planted) Reflect.deleteProperty(Object.prototype, name);
  planted = [];
});

/** What it would call is told of it. */
const stranger = () => vi.fn(async () => json({ from: "a stranger" }));

function pageWith(answers = [json({ from: "the API" })]) {
  const page = fakeFetch(...answers);
  vi.stubGlobal("fetch", page.fetch);
  return page;
}

const create = (options: Partial<ApiOptions> = {}) =>
  createApi({ baseUrl: "https://api.example", onError() {}, ...options });

describe("what a script has set on Object.prototype", () => {
  it.each(["fetch", "readError", "onError", "headers", "credentials", "params", "schema"])(
    "is not taken for the option %s, and nobody's function is called",
    async (name) => {
      const { last } = pageWith([envelope(404, "GONE")]);
      const taken = stranger();
      plant(name, taken);
      const api = createApi({ baseUrl: "https://api.example", credentials: apiKey("k") });
      vi.spyOn(console, "error").mockImplementation(() => {});
      expect(await failureOf(api.request("GET /v1/x"))).toMatchObject({ code: "GONE" });
      expect(await failureOf(api.request("GET /v1/x", {}))).toMatchObject({ code: "GONE" });
      expect(last()?.headers.get("x-api-key")).toBe("k");
      expect(taken).not.toHaveBeenCalled();
    },
  );

  it.each<[string, unknown]>([
    ["redirect", "follow"],
    ["headers", { "x-planted": "1" }],
    ["body", "planted"],
    ["query", { planted: 1 }],
    ["idempotencyKey", "planted"],
    ["requestIdHeaders", ["x-planted"]],
    ["keyHeaders", ["x-planted"]],
    ["name", "planted"],
    ["timeoutMs", 1],
    ["totalTimeoutMs", 1],
    ["maxBytes", 1],
    ["signal", AbortSignal.abort()],
    ["mode", "no-cors"],
    ["dispatcher", {}],
    ["integrity", "planted"],
  ])("is not taken for the option %s: the request is the same", async (name, value) => {
    const sentWith = async () => {
      const { sent } = pageWith();
      const api = create();
      expect(await api.request("POST /v1/x")).toEqual({ from: "the API" });
      expect(await internalsOf(api).attempt("POST /v1/x", {})).toEqual({ from: "the API" });
      const { name, timeoutMs, totalTimeoutMs, keyHeaders } = internalsOf(api);
      return [
        [name, timeoutMs, totalTimeoutMs, keyHeaders],
        sent.map(({ url, init, headers }) => [url.href, [...headers], init.body, init.redirect]),
        sent.map(({ init }) => Reflect.get(init, name) ?? Reflect.get(init, "mode")),
      ];
    };
    const before = await sentWith();
    plant(name, value);
    expect(await sentWith()).toEqual(before);
    expect(Reflect.get({}, name)).toBe(value);
  });

  it.each(["identity", "renew", "forget", "refresh", "onSessionExpired", "lockName"])(
    "is not asked as the %s of credentials, which hands it what a request is signed with",
    async (name) => {
      pageWith([new Response(null, { status: 401 })]);
      const taken = stranger();
      plant(name, taken);
      const own = { headers: async () => ({ "x-own": "s" }) };
      for (const credentials of [
        apiKey("k"),
        apiKey("k", "x-key", {}),
        bearer({ token: () => "t" }),
        own,
      ])
        await failureOf(create({ credentials, retry: false }).request("GET /v1/x"));
      expect(taken).not.toHaveBeenCalled();
    },
  );

  it.each(["maxAttempts", "baseDelayMs", "random", "budget", "capacity", "retry"])(
    "is not taken for the %s of retries",
    (name) => {
      plant(name, name === "random" ? () => 1 : 1);
      const { maxAttempts, random } = internalsOf(create()).policyFor();
      expect([maxAttempts, retryPolicy({}).maxAttempts]).toEqual([5, 5]);
      expect(random()).toBeLessThan(1);
    },
  );

  it.each(["capacity", "timeoutCost"])("is not taken for the %s of the budget", async (name) => {
    plant(name, 0);
    const { fetch, sent } = fakeFetch(envelope(500, "X"), json("in"));
    const retry = { baseDelayMs: 0 };
    expect(await create({ fetch, retry }).request("GET /v1/x")).toBe("in");
    expect(await create({ fetch }).request("GET /v1/x", { retry })).toBe("in");
    expect(sent).toHaveLength(3);
  });
});

describe("options that a class inherits", () => {
  class Base {
    get fetch(): typeof fetch {
      return this.answer;
    }
    answer = async () => json({ from: "a class" });
  }

  class Options extends Base {
    baseUrl = "https://api.example";
  }

  it("are options", async () => {
    expect(await createApi(new Options()).request("GET /v1/x")).toEqual({ from: "a class" });
  });

  class Session {
    #token = "private";
    get credentials() {
      return { authorization: this.#token };
    }
    async headers() {
      return this.credentials;
    }
    token() {
      return "bare";
    }
    async refresh() {
      this.#token = "renewed";
      return this.#token;
    }
  }

  it("may be methods that know their object", async () => {
    const { fetch, last } = fakeFetch(json({}));
    await create({ fetch, credentials: new Session() }).request("GET /v1/x");
    expect(last()?.headers.get("authorization")).toBe("private");
    const answers = fakeFetch(new Response(null, { status: 401 }), json({}));
    const session = new Session();
    const credentials = bearer(session);
    await create({ fetch: answers.fetch, credentials }).request("GET /v1/x");
    expect(answers.last()?.headers.get("authorization")).toBe("Bearer renewed");
  });
});

describe("given options", () => {
  it("are the own ones, and those of a record without a prototype", () => {
    const base: object = Object.assign(Object.create(null), { a: 1, b: 1 });
    const options: object = Object.assign(Object.create(base), { b: 2 });
    expect({ ...givenOptions(options) }).toEqual({ a: 1, b: 2 });
    expect(Object.getPrototypeOf(givenOptions({}))).toBeNull();
  });

  it("with methods are looked up when they are called", () => {
    const source = { name: "first", ask: () => 1 };
    const given = givenMethods(source);
    source.ask = () => 2;
    source.name = "second";
    expect([given.ask(), given.name]).toEqual([2, "second"]);
  });
});
