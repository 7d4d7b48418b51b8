import type { RequestOptions } from "../../src/fetcher/api-options.ts";
import { cut, json } from "../fetcher/fake-fetch.ts";

/** What no report, log or service may hold, planted wherever a call or a thrown value has a place for it. */
export const secret = "hush_8c1f";

export const request: RequestOptions<"POST /v1/x"> = {
  query: { key: secret, [secret]: "1" },
  body: { password: secret },
  headers: { "x-session": secret, cookie: secret },
  idempotencyKey: secret,
};

export type Answer = () => Promise<Response>;

/** Answers and failures that repeat what was sent. */
export const answers: [string, Answer][] = [
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
  [
    "text that is no JSON",
    async () => new Response(secret, { headers: { "content-type": "a/b" } }),
  ],
  [
    "a network failure that names the address",
    async () => {
      throw new TypeError(`Failed to fetch https://user:${secret}@api.example/?key=${secret}`);
    },
  ],
];

/** An error of a library that keeps the request, as axios and SuperAgent do, with the secret in it. */
export const libraryError = (name: string) =>
  Object.assign(new Error("Request failed with status code 500"), {
    name,
    config: { headers: { authorization: secret }, data: `refresh_token=${secret}` },
    request: { url: `https://login.example/token?refresh_token=${secret}` },
    response: { data: { access_token: secret } },
  });

/** What no platform takes for an address where there is no page. */
const addresses = [
  ["a relative address", `/v1/x?key=${secret}`],
  ["an address with a space", `https://[x?key=a ${secret}`],
  ["an address of two lines", `https://x:y/#key='\n${secret}`],
] as const;
const atChromium = "Failed to execute 'fetch' on 'Window': ";

/** What an app's own code may throw, told by something that is no secret. */
export const thrownWithSecrets: [string, () => unknown][] = [
  ["an error of axios", () => libraryError("AxiosError")],
  ["an error that one caused", () => new Error("no", { cause: libraryError("AxiosError") })],
  ["an error with own properties", () => Object.assign(new Error("no"), { token: secret })],
  ["a plain object", () => ({ token: secret, message: "no" })],
  ["a Response", () => new Response(secret)],
  ["Node's refusal of a header", () => thrownIn(() => new Headers({ "x-key": `k\n${secret}` }))],
  [
    "Firefox's",
    () => new TypeError(`Headers.append: Bearer ${secret}\0 is an invalid header value.`),
  ],
  [
    "Chromium's, of an XMLHttpRequest",
    () =>
      new DOMException(
        `Failed to execute 'setRequestHeader' on 'XMLHttpRequest': 'Bearer \n${secret}' is not a valid HTTP header field value.`,
        "SyntaxError",
      ),
  ],
  ["node-fetch's", () => new TypeError(`Bearer \n${secret} is not a legal HTTP header value`)],
  ["Safari's", () => new TypeError(`Header 'x-key' has invalid value: 'it's\n${secret}'`)],
  ["Node's of JSON", () => thrownIn(() => JSON.parse(secret))],
  ["Node's of JSON in lines", () => thrownIn(() => JSON.parse(`[1,\n${secret}]`))],
  [
    "Safari's of JSON",
    () => new SyntaxError(`JSON Parse error: Unexpected identifier "${secret}"`),
  ],
  ["Node's of a URL", () => thrownIn(() => new Request(`https://me:${secret}@api.example`))],
  ...addresses.flatMap(([kind, url]): [string, () => unknown][] => [
    [`Node's of ${kind}`, () => thrownIn(() => new Request(url))],
    [`Chromium's of ${kind}`, () => new TypeError(`${atChromium}Failed to parse URL from ${url}`)],
    [`Firefox's of ${kind}`, () => new TypeError(`Window.fetch: ${url} is not a valid URL.`)],
    [`Safari's of ${kind}`, () => new TypeError(`"${url}" cannot be parsed as a URL.`)],
    [`Deno's of ${kind}`, () => new TypeError(`Invalid URL: '${url}'`)],
  ]),
  [
    "Node's of a user in a URL",
    () => thrownIn(() => new Request(`https://me:you@api.example/?key=${secret}`)),
  ],
  [
    "Firefox's of a user in a URL",
    () =>
      new TypeError(
        `Request constructor: https://me:you@api.example/?key=${secret} is an url with embedded credentials.`,
      ),
  ],
  [
    "a library's of an address",
    () => new Error(`[POST] "https://login.example/token?key=${secret}#${secret}": 500`),
  ],
  ["a text with an address", () => `no answer from https://login.example/token?${secret}`],
];

function thrownIn(make: () => unknown): unknown {
  try {
    return make();
  } catch (thrown) {
    return thrown;
  }
}
