import { http } from "msw";
import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { toApiError } from "../../src/envelope/to-api-error.ts";
import type { ApiError } from "../../src/error/api-error.ts";
import { createApi } from "../../src/fetcher/create-api.ts";
import { failing, type MockRoute, routeHandler } from "../../src/msw.ts";

const origin = "https://api.example.test";
const server = setupServer(http.all("*", () => new Response(null, { status: 404 })));
beforeAll(() => server.listen());
afterEach(() => {
  server.resetHandlers();
  vi.unstubAllGlobals();
});
afterAll(() => server.close());

/** How a call of a route ends; with 404 where what the test has mocked does not take it. */
async function call(route: string, params: object = {}, baseUrl = origin): Promise<ApiError> {
  const api = createApi({ baseUrl, retry: false, onError() {} });
  const called: Promise<unknown> = Reflect.apply(api.request, api, [route, { params }]);
  return called.then(() => expect.unreachable("the call succeeded"), toApiError);
}

describe("a mocked route", () => {
  it.each<[MockRoute, Record<string, string>]>([
    ["GET /v1/users/{user-id}", { "user-id": "u 1" }],
    ["GET /v1/users/{user.id}", { "user.id": "u1" }],
    ["GET /v1/users/{$id}", { $id: "u1" }],
    ["GET /v1/users/{kennung-für}", { "kennung-für": "ü/1" }],
    ["GET /v1/users/{__proto__}", Object.fromEntries([["__proto__", "u1"]])],
    ["POST /v1/jobs/{id}:cancel", { id: "7:8" }],
    ["POST /v1/jobs:run", {}],
    ["POST /v1/jobs/a:{id}", { id: "7" }],
    ["GET /v1/files/{id}.json", { id: "a.b" }],
    ["GET /v1/files/{name}", { name: "50%" }],
    ["GET /v1/{a}-{b}", { a: "x", b: "y" }],
    ["GET /v1/people('{id}')", { id: "7" }],
    ["GET /v1/people({id})/name", { id: "7" }],
    ["GET /v1/(all)", {}],
    ["GET /v1/a+b", {}],
    ["GET /v1/a*b", {}],
    ["GET /v1/*", {}],
    ["GET /v1/a|b", {}],
    ["GET /v1/a[0]", {}],
    ["GET /v1/a$b^c", {}],
    ["GET /v1/a@b,c;d=e&f", {}],
    ["GET /v1/größe/{größe}", { größe: "1" }],
    ["GET /v1/{id}/", { id: "7" }],
    ["GET //v1/{id}", { id: "7" }],
    ["GET /", {}],
  ])("%s takes the call of api.request, with its parameters", async (route, params) => {
    const seen: unknown[] = [];
    server.use(
      routeHandler(route, (mocked) => {
        seen.push(mocked.params);
        return new Response(null, { status: 503 });
      }),
    );
    expect((await call(route, params)).status).toBe(503);
    expect(seen).toEqual([params]);
  });

  it.each<[MockRoute, string]>([
    ["POST /v1/jobs/{id}:cancel", "POST /v1/jobs/7:pause"],
    ["POST /v1/jobs/{id}:cancel", "POST /v1/jobs/7"],
    ["GET /v1/files/{id}.json", "GET /v1/files/a-json"],
    ["GET /v1/users/{user-id}", "GET /v1/users/7/name"],
    ["GET /v1/users/{user-id}", "GET /v1/users/"],
    ["GET /v1/a+b", "GET /v1/aab"],
    ["GET /v1/(all)", "GET /v1/all"],
    ["GET /v1/a|b", "GET /v1/a"],
    ["GET /", "GET /v1"],
  ])("%s leaves %s alone", async (route, other) => {
    server.use(failing(route, 503));
    expect((await call(other)).status).toBe(404);
  });

  it("may hold a * for any text, as MSW's own paths do", async () => {
    server.use(failing("GET /v1/*/messages", 503));
    expect((await call("GET /v1/sessions/7/messages")).status).toBe(503);
    expect((await call("GET /v1/sessions/7")).status).toBe(404);
  });

  it("takes a call with a query string", async () => {
    server.use(failing("GET /v1/users/{user-id}", 503));
    const api = createApi({ baseUrl: origin, retry: false, onError() {} });
    const settings = { params: { "user-id": "7" }, query: { q: "a/b?c" } };
    const called = api.request("GET /v1/users/{user-id}", settings);
    await expect(called).rejects.toMatchObject({ status: 503 });
  });

  it("gives a parameter that is not encoded as it should be as it came", async () => {
    const seen: unknown[] = [];
    server.use(
      routeHandler("GET /v1/{id}", ({ params }) => {
        seen.push(params["id"]);
        return new Response();
      }),
    );
    await fetch(`${origin}/v1/%E0%A4`);
    expect(seen).toEqual(["%E0%A4"]);
  });
});

describe("a mocked route's baseUrl", () => {
  it.each([
    [undefined, `${origin}/deep/er`],
    ["*", `${origin}/deep/er`],
    [origin, origin],
    [`${origin}/`, origin],
    [`${origin}/base.v1`, `${origin}/base.v1`],
    [`${origin}/base//`, `${origin}/base`],
    [`${origin}:443/base`, `${origin}/base`],
    ["https://API.example.test/größe", `${origin}/größe`],
    ["https://api.example.test/(a)+b:c", `${origin}/(a)+b:c`],
    ["http://localhost:3000/api", "http://localhost:3000/api"],
    ["http://[::1]:3000", "http://[::1]:3000"],
    ["http://localhost:*/api", "http://localhost:3000/api"],
    ["https://*.example.test", origin],
    ["*/api", `${origin}/v2/api`],
    ["*://api.example.test", origin],
  ])("%j takes the calls of an API at %s", async (baseUrl, apiBaseUrl) => {
    server.use(failing("POST /v1/jobs/{job-id}:cancel", 503, { baseUrl }));
    const error = await call("POST /v1/jobs/{job-id}:cancel", { "job-id": "7" }, apiBaseUrl);
    expect(error.status).toBe(503);
  });

  it.each([
    [origin, `${origin}/base`],
    [`${origin}/base`, origin],
    [`${origin}/base`, `${origin}/x/base`],
    [origin, "https://api-example.test"],
    ["*/api", `${origin}/v2/app`],
    ["https://*.example.test", "https://example.test"],
  ])("%j leaves an API at %s alone", async (baseUrl, apiBaseUrl) => {
    server.use(failing("POST /v1/jobs/{job-id}:cancel", 503, { baseUrl }));
    const error = await call("POST /v1/jobs/{job-id}:cancel", { "job-id": "7" }, apiBaseUrl);
    expect(error.status).toBe(404);
  });

  it("is taken from the page where it is relative", async () => {
    vi.stubGlobal("location", new URL("https://api.example.test/deep/page"));
    server.use(failing("GET /v1/users/{user-id}", 503, { baseUrl: "/api" }));
    const error = await call("GET /v1/users/{user-id}", { "user-id": "7" }, `${origin}/api`);
    expect(error.status).toBe(503);
  });

  it.each(["/api", "api.example.test"])("%j is refused where there is no page", (baseUrl) => {
    expect(() => failing("GET /v1/x", 503, { baseUrl })).toThrow(
      `baseUrl must be an absolute URL where there is no page, or hold a "*": got ${JSON.stringify(baseUrl)}`,
    );
  });
});
