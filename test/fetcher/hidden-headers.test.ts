import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { envelope, failureOf, fakeFetch, json, quietApi } from "./fake-fetch.ts";

const warn = vi.spyOn(console, "warn").mockImplementation(() => {});

beforeEach(() => {
  vi.stubGlobal("location", { href: "https://app.example/", origin: "https://app.example" });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
  warn.mockClear();
});

const bare429 = () => json({ error: { code: "SLOW", message: "" } }, { status: 429 });

async function callTwice(baseUrl: string, answer: () => Response) {
  const api = quietApi(fakeFetch(answer).fetch, { baseUrl, retry: false });
  await failureOf(api.request("GET /v1/x"));
  await failureOf(api.request("GET /v1/x"));
}

describe("a 429 of another origin that shows neither Retry-After nor a request id", () => {
  it("is explained to the developer once, with the header to send", async () => {
    await callTwice("https://once.example", bare429);
    expect(warn.mock.calls).toEqual([
      [
        '[react-recourse] https://once.example answered 429 and shows this page neither Retry-After nor a request id: let it send "Access-Control-Expose-Headers: Retry-After, X-Request-Id"',
      ],
    ]);
  });

  it("is not mentioned in production", async () => {
    vi.stubEnv("NODE_ENV", "production");
    await callTwice("https://production.example", bare429);
    expect(warn).not.toHaveBeenCalled();
  });

  it("is not mentioned, nor in the way, where there is no process", async () => {
    vi.stubGlobal("process", undefined);
    await callTwice("https://plain-page.example", bare429);
    expect(warn).not.toHaveBeenCalled();
  });

  it("is nothing to mention on a server, which sees all headers", async () => {
    vi.stubGlobal("location", undefined);
    await callTwice("https://server.example", bare429);
    expect(warn).not.toHaveBeenCalled();
  });

  it.each([
    ["its body names the request", "https://a.example", () => envelope(429, "SLOW")],
    [
      "it shows Retry-After, be it malformed",
      "https://b.example",
      () => new Response(null, { status: 429, headers: { "retry-after": "soon" } }),
    ],
    ["it is of the page's own origin", "https://app.example", bare429],
    ["it is no 429", "https://c.example", () => new Response(null, { status: 503 })],
  ])("is not mentioned where %s", async (_, baseUrl, answer) => {
    await callTwice(baseUrl, answer);
    expect(warn).not.toHaveBeenCalled();
  });
});
