import { beforeEach, describe, expect, it, vi } from "vitest";
import type { ApiError } from "../../src/error/api-error.ts";
import { formatLogLine } from "../../src/error/log-line.ts";
import { toApiError } from "../../src/error/to-api-error.ts";
import type { RequestOptions } from "../../src/fetcher/api-options.ts";
import { bearer } from "../../src/fetcher/bearer.ts";
import { apiKey } from "../../src/fetcher/credentials.ts";
import { reportError } from "../../src/report/error-report.ts";
import { cut, failureOf, json, quietApi } from "../fetcher/fake-fetch.ts";

const secret = "hush_8c1f";

const request: RequestOptions<"POST /v1/x"> = {
  query: { key: secret, [secret]: "1" },
  body: { password: secret },
  headers: { "x-session": secret, cookie: secret },
  idempotencyKey: secret,
};

type Answer = () => Promise<Response>;

const answers: [string, Answer][] = [
  [
    "an error envelope that says it again",
    async () =>
      json({ error: { code: "X", message: `bad key ${secret}`, given: secret } }, { status: 422 }),
  ],
  [
    "problem details",
    async () => json({ title: secret, instance: `/x?${secret}` }, { status: 400 }),
  ],
  ["a page of HTML", async () => new Response(`<p>${secret}</p>`, { status: 502 })],
  ["a body that breaks", async () => cut({ status: 200 }, `{"token":"${secret}`)],
  ["text that is no JSON", async () => new Response(secret)],
  [
    "a network failure that names the address",
    async () => {
      throw new TypeError(`Failed to fetch https://user:${secret}@api.example/?key=${secret}`);
    },
  ],
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

describe("a secret in key, token, query, body and headers", () => {
  it.each(answers)("is in no report and no log line after %s", async (_, fetch) => {
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
