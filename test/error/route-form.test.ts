import { describe, expect, it } from "vitest";
import { parseRoute } from "../../src/error/route-form.ts";

describe("a route", () => {
  it.each([
    ["GET /v1/sessions/{sessionId}", "GET", "/v1/sessions/{sessionId}"],
    ["HEAD /", "HEAD", "/"],
    ["POST /v1/jobs/{job-id}:cancel", "POST", "/v1/jobs/{job-id}:cancel"],
    ["PATCH /{a}{b}-{c}.json", "PATCH", "/{a}{b}-{c}.json"],
  ])("%j is split into method and template", (route, method, template) => {
    expect(parseRoute(route)).toEqual({ method, template });
  });

  it.each([
    ["get /v1/sessions", "write the method in capitals"],
    ["GET https://evil.example/", "give the origin to createApi as baseUrl"],
    ["GET /v1/sessions?limit=1", "pass what follows the ? as query"],
    ["GET /v1/{sessionId?}", "pass what follows the ? as query"],
    ["GET /v1/sessions#top", "leave out what follows the #"],
    ["GET /v1/ sessions", "leave one space, after the method"],
    ["GET  /v1/sessions", "leave one space, after the method"],
    ["GET /v1/sessions\n", "leave one space, after the method"],
    ["GET /v1/{session id}", "leave one space, after the method"],
    ["GET /\\evil.example", "write / for \\"],
    ["GET /v1/{sessionId", "write each parameter as {name}"],
    ["GET /v1/sessionId}", "write each parameter as {name}"],
    ["GET /v1/{}", "write each parameter as {name}"],
    ["GET /v1/{a{b}}", "write each parameter as {name}"],
    ["GET /v1/{a/b}", "write each parameter as {name}"],
  ])("%j is refused in one line that says how to mend it", (route, mend) => {
    expect(() => parseRoute(route)).toThrow(
      new TypeError(
        `route must look like "GET /v1/sessions/{sessionId}": got ${JSON.stringify(route)}; ${mend}`,
      ),
    );
  });

  it.each(["/v1/sessions", "TRACE /v1/sessions", "GET v1/sessions", "GET ", ""])(
    "%j is refused",
    (route) => {
      expect(() => parseRoute(route)).toThrow(
        new TypeError(
          `route must look like "GET /v1/sessions/{sessionId}": got ${JSON.stringify(route)}`,
        ),
      );
    },
  );
});
