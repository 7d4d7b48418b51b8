import { inspect } from "node:util";
import { afterEach, describe, expect, it, vi } from "vitest";
import { joinUrl, parseBaseUrl } from "../../src/fetcher/base-url.ts";
import { createApi } from "../../src/fetcher/create-api.ts";
import { apiKey } from "../../src/fetcher/credentials.ts";
import { fillPath } from "../../src/fetcher/route.ts";
import { fakeFetch, json } from "./fake-fetch.ts";

function thrownBySync(call: () => unknown): unknown {
  try {
    call();
  } catch (thrown) {
    return thrown;
  }
  throw new Error("expected it to throw");
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe("baseUrl", () => {
  it.each([
    ["https://api.example", "https://api.example/v1/x"],
    ["https://api.example/", "https://api.example/v1/x"],
    ["https://api.example/base//", "https://api.example/base/v1/x"],
    ["http://localhost:3000/base", "http://localhost:3000/base/v1/x"],
  ])("%j joins to %j", (baseUrl, expected) => {
    expect(joinUrl(parseBaseUrl(baseUrl), "/v1/x").href).toBe(expected);
  });

  it("is taken from the page where it is relative", () => {
    vi.stubGlobal("location", { href: "https://app.example/deep/page?q=1#top" });
    expect(parseBaseUrl("/api").href).toBe("https://app.example/api");
  });

  it.each([
    ["https://app.example/under/", "https://app.example/under/api", "https://app.example/api"],
    ["https://other.example/", "https://other.example/api", "https://other.example/api"],
  ])("heeds the page's `<base href=%j>`, as fetch does", async (baseURI, relative, rooted) => {
    vi.stubGlobal("location", { href: "https://app.example/deep/page" });
    vi.stubGlobal("document", { baseURI });
    expect(parseBaseUrl("api").href).toBe(relative);
    expect(parseBaseUrl("/api").href).toBe(rooted);
    const { fetch, last } = fakeFetch(json({}));
    const api = createApi({ baseUrl: "/api", fetch, credentials: apiKey("k") });
    await api.fetch("/api/x");
    expect([last()?.url.href, last()?.headers.get("x-api-key")]).toEqual([`${rooted}/x`, "k"]);
  });

  it.each([
    ["/api", "baseUrl must be absolute where there is no page to resolve it against, such as"],
    ["api.example", "baseUrl must be absolute where there is no page"],
    ["http://", "baseUrl must be absolute where there is no page"],
    ["  ", "baseUrl must be absolute where there is no page"],
    ["", 'baseUrl must be a URL such as "https://api.agntix.ai"'],
    [undefined, 'baseUrl must be a URL such as "https://api.agntix.ai"'],
    ["ftp://api.example", 'baseUrl must be an http(s) URL: got "ftp://api.example"'],
    ["javascript:alert(1)", "baseUrl must be an http(s) URL"],
    ["https://me:pw@api.example", "pass credentials instead"],
    ["https://api.example?key=1", "pass query with the request"],
    ["https://api.example#x", "pass query with the request"],
  ])("%j is refused with advice", (baseUrl, message) => {
    // As a caller without types has it: an environment variable that is not set.
    const parse = () => Reflect.apply(parseBaseUrl, undefined, [baseUrl]);
    expect(parse).toThrow(message);
    expect(parse).toThrow(TypeError);
  });

  const secret = "hunter2";

  it.each<[string, unknown]>([
    ["a port that is none", `https://me:${secret}@api.example:99999`],
    ["no host", `https://me:${secret}@`],
    ["a bracket in its password", `https://me:${secret}[@[api.example`],
    ["a slash in its password", `https://me:${secret}/@x y:z`],
    ["its host forgotten", `https://me:${secret}`],
    ["its @ encoded", `https://me:${secret}%40api.example`],
    ["no scheme", `me@${secret}:api.example`],
    ["a key in its query", `https://api.example:port?key=${secret}`],
    ["a key in its hash", `/base#${secret}`],
    ["another scheme", `ftp://me:${secret}@api.example/${secret}?${secret}`],
    ["a scheme without a host", `mailto:${secret}@api.example`],
    ["its user name for a scheme", `me:${secret}@api.example`],
    ["everything right but the password", `https://me:${secret}@api.example`],
    ["everything right but the query", `https://api.example?key=${secret}`],
    ["a URL object around it", new URL(`https://me:${secret}@api.example`)],
    ["a list around it", [`https://me:${secret}@api.example`]],
  ])("with a secret and %s is refused without a word of the secret", (_, baseUrl) => {
    const thrown = thrownBySync(() => Reflect.apply(createApi, undefined, [{ baseUrl }]));
    expect(thrown).toBeInstanceOf(TypeError);
    expect(inspect(thrown)).not.toContain(secret);
  });

  it.each([
    ["https://api.example:port", '"https://\u2026"'],
    ["api.example/v1", '"api.example/v1"'],
    ["localhost:3000", '"localhost:\u2026"'],
    ["javascript:alert(1)", '"javascript:\u2026"'],
    ["", '""'],
    [undefined, "undefined"],
    [null, "null"],
  ])("that is %j is shown as %s", (baseUrl, shown) => {
    const thrown = thrownBySync(() => Reflect.apply(parseBaseUrl, undefined, [baseUrl]));
    expect(String(thrown)).toContain(`: got ${shown}`);
  });

  it("that is no URL is refused on a page, too", () => {
    vi.stubGlobal("location", { href: "https://app.example/" });
    expect(() => parseBaseUrl("http://")).toThrow(
      'baseUrl must be a URL such as "https://api.agntix.ai": got "http://…"',
    );
  });

  it("that is undefined is not taken for a path of the page", () => {
    vi.stubGlobal("location", { href: "https://app.example/" });
    expect(() => Reflect.apply(parseBaseUrl, undefined, [undefined])).toThrow("baseUrl must be");
  });

  it.each(["//evil.example/x", "/@evil.example", "/:443", "/%2F%2Fevil.example", "/..%2f"])(
    "keeps its origin whatever the path is: %j",
    (path) => {
      expect(joinUrl(parseBaseUrl("https://api.example"), path).origin).toBe("https://api.example");
    },
  );

  it.each(["//evil.example", "@evil.example", "\\\\evil.example", "https://evil.example"])(
    "keeps its origin whatever a parameter is: %j",
    (id) => {
      const url = joinUrl(parseBaseUrl("https://api.example"), fillPath("/{id}", { id }));
      expect(url.origin).toBe("https://api.example");
    },
  );
});
