import { inspect } from "node:util";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { toApiError } from "../../src/envelope/to-api-error.ts";
import { ApiError } from "../../src/error/api-error.ts";
import { formatLogLine } from "../../src/error/log-line.ts";
import type { ApiOptions } from "../../src/fetcher/api-options.ts";
import { bearer } from "../../src/fetcher/bearer.ts";
import { createApi } from "../../src/fetcher/create-api.ts";
import { apiKey } from "../../src/fetcher/credentials.ts";
import { reportError } from "../../src/report/error-report.ts";
import { createErrorToasts } from "../../src/toasts/create-error-toasts.ts";
import { cut, failureOf, json, quietApi, thrownBy } from "../fetcher/fake-fetch.ts";
import { type Answer, answers, request, secret, thrownWithSecrets } from "./planted-secrets.ts";

/** What the app's own code says, which its log is told. */
const said: [string, Answer][] = [
  [
    "a mistake that names it",
    async () => {
      throw new RangeError(`cannot use ${secret}`, { cause: new Error(secret) });
    },
  ],
  ["a thrown text", async () => Promise.reject(secret)],
];

/** All that is written down of an error without being asked for more. */
const written = (error: ApiError) =>
  JSON.stringify([reportError(error, { appVersion: "1.0" }), formatLogLine(error)]);

beforeEach(() => {
  vi.spyOn(console, "error").mockImplementation(() => {});
});

/** Answers and failures that do not say themselves what they were asked for. */
const tellingNothing: [string, Answer][] = [
  ["an error envelope", async () => json({ error: { code: "X", message: "m" } }, { status: 404 })],
  ["problem details", async () => json({ title: "Not Found" }, { status: 404 })],
  ["a server error", async () => new Response("<p>", { status: 502 })],
  ["a success that cannot be read", async () => new Response(new Blob(["<p>"]))],
  ["a redirect", async () => Response.redirect("https://api.example/", 302)],
  ["a body that breaks", async () => cut({ status: 200 }, "{")],
  ["a network failure", async () => Promise.reject(new TypeError("Failed to fetch"))],
  ["an abort", async () => Promise.reject(new DOMException("left", "AbortError"))],
  ["a mistake", async () => Promise.reject(new RangeError("no"))],
];

describe("a secret among a route's parameters", () => {
  it.each(tellingNothing)("is nowhere after %s: only the route is", async (_, fetch) => {
    const logged = vi.spyOn(console, "error").mockImplementation(() => {});
    const api = createApi({ baseUrl: "https://api.example", fetch, retry: false });
    const route = "POST /v1/password-resets/{token}";
    const error = await failureOf(api.request(route, { params: { token: secret } }));
    expect(error.path).toBe(`/v1/password-resets/${secret}`);
    const { cause: _cause, ...listed } = error;
    const all = [written(error), JSON.stringify([error, listed, structuredClone(error.toJSON())])];
    for (const text of [...all, inspect(error), inspect(logged.mock.calls)]) {
      expect(text).not.toContain(secret);
      expect(text).toContain("/v1/password-resets/{token}");
    }
  });

  it("is in no toast", () => {
    const toasts = createErrorToasts();
    const fields = { code: "X", kind: "conflict", message: "m", route: "GET /v1/x/{id}" } as const;
    toasts.add(new ApiError({ ...fields, path: `/v1/x/${secret}` }));
    expect(inspect([toasts.open(), toasts.newest(), toasts.logged()], { depth: 9 })).not.toContain(
      secret,
    );
  });
});

describe("a secret in what the app's own code throws", () => {
  const unsigned = async () => new Response(null, { status: 401 });
  function logOf(options: Partial<ApiOptions>, fetch: Answer = unsigned) {
    const logged = vi.spyOn(console, "error").mockImplementation(() => {});
    const api = createApi({ baseUrl: "https://api.example", fetch, retry: false, ...options });
    return async () => {
      const error = await failureOf(api.request("GET /v1/x"));
      await vi.waitFor(() => expect(logged.mock.calls).not.toEqual([]));
      return { error, log: inspect(logged.mock.calls, { depth: 9 }) };
    };
  }

  it.each(thrownWithSecrets)("is in no log where refresh throws %s", async (_, make) => {
    const refresh = () => Promise.reject(make());
    const credentials = bearer({ token: () => "old", refresh });
    const { error, log } = await logOf({ credentials })();
    expect(error.code).toBe("UNEXPECTED_ERROR");
    expect(log).toContain("[react-recourse] GET /v1/x UNEXPECTED_ERROR");
    expect(log + written(error) + JSON.stringify(error)).not.toContain(secret);
  });

  it.each(thrownWithSecrets)(
    "is in no log where a token, an identity or fetch throws %s",
    async (_, make) => {
      const fail = () => Promise.reject(make());
      const token = () => "t";
      const ways: [Partial<ApiOptions>, Answer?][] = [
        [{ credentials: bearer({ token: fail }) }],
        [{ credentials: bearer({ token, identity: fail }) }],
        [{}, fail],
      ];
      for (const way of ways) expect((await logOf(...way)()).log).not.toContain(secret);
    },
  );

  it.each(thrownWithSecrets)("is in no message of %s", (_, make) => {
    expect(toApiError(make()).message).not.toContain(secret);
  });

  it.each(thrownWithSecrets)("is in no log where onError throws %s", async (_, make) => {
    const { log } = await logOf({ onError: () => Promise.reject(make()) })();
    expect(log).not.toContain(secret);
  });
});

it.each([
  ["can be parsed", `https://me:${secret}@api.example`],
  ["cannot be parsed", `https://me:${secret}@api.example:99999`],
  ["has another scheme", `ws://me:${secret}@api.example`],
  ["has it in its query", `https://api.example/?key=${secret}`],
])("a secret in a base URL that %s is in no refusal of it", (_, baseUrl) => {
  let refusal: unknown;
  try {
    createApi({ baseUrl });
  } catch (thrown) {
    refusal = thrown;
  }
  expect(refusal).toBeInstanceOf(TypeError);
  expect(inspect(refusal)).not.toContain(secret);
});

it.each<[string, string, RequestInit?]>([
  ["a header", "https://api.example/v1/x", { headers: { authorization: `Bearer ${secret}\0` } }],
  ["a URL", `https://me:${secret}@api.example/v1/x`],
])(
  "a secret in %s that fetch refuses is not in what api.fetch rejects with",
  async (_, url, init) => {
    const thrown = await thrownBy(quietApi(async () => json({})).fetch(url, init));
    expect(thrown).toBeInstanceOf(TypeError);
    expect(inspect(thrown, { depth: 9 })).not.toContain(secret);
  },
);

describe("a secret in key, token, query, body and headers", () => {
  it.each([...answers, ...said])("is in no report and no log line after %s", async (_, fetch) => {
    const credentials = [apiKey(secret), bearer({ token: () => secret })];
    for (const signed of credentials) {
      const api = quietApi(fetch, {
        credentials: signed,
        retry: false,
        headers: { "x-app": secret },
      });
      const error = await failureOf(api.request("POST /v1/x", request));
      expect(written(error)).not.toContain(secret);
    }
  });

  it.each<[string, unknown]>([
    ["an Error", new Error(secret)],
    ["a text", secret],
    ["an object with all of it", { message: secret, url: `https://x/?${secret}`, stack: secret }],
    ["an error with a cause", new Error("no", { cause: { token: secret } })],
  ])("is in no report of %s that was thrown elsewhere", (_, thrown) => {
    expect(written(toApiError(thrown))).not.toContain(secret);
  });

  it("would be seen by this test if it were written", () => {
    const error = toApiError(new Error("no"));
    Object.assign(error, { requestId: secret });
    expect(written(error)).toContain(secret);
  });
});
