import { describe, expect, it } from "vitest";
import { ApiError, type ApiErrorFields } from "../../src/error/api-error.ts";
import { reportError } from "../../src/report/error-report.ts";

const failed = (fields: Partial<ApiErrorFields> = {}, options?: { cause: unknown }) =>
  new ApiError(
    {
      code: "SESSION_EXPIRED",
      kind: "notFound",
      message: "past its window",
      status: 404,
      requestId: "req_01",
      route: "GET /v1/sessions/{sessionId}",
      method: "GET",
      path: "/v1/sessions/s1",
      attempts: 2,
      at: Date.UTC(2026, 0, 2, 3, 4, 5, 6),
      ...fields,
    },
    options,
  );

const context = { appVersion: "1.2.3", online: true };
const fieldsOf = (error: ApiError) => reportError(error, context).fields.map(({ field }) => field);
const lineOf = (name: string, error: ApiError) =>
  reportError(error, context)
    .markdown.split("\n")
    .find((line) => line.startsWith(`    ${name}: `));

describe("a report", () => {
  it("is an indented block in a fixed order, with an empty line above", () => {
    expect(reportError(failed(), context).markdown).toBe(
      [
        "",
        "    Code: SESSION_EXPIRED",
        "    Status: 404",
        "    Request ID: req_01",
        "    Route: GET /v1/sessions/{sessionId}",
        "    Time: 2026-01-02T03:04:05.006Z",
        "    Attempts: 2",
        "    App version: 1.2.3",
        "    Connection: online",
        "",
      ].join("\n"),
    );
  });

  it("tells the same in its fields", () => {
    const { fields, markdown } = reportError(failed(), context);
    expect(fields.map(({ value }) => value)).toEqual(
      [...markdown.matchAll(/^ {4}[\w ]+: (.*)$/gm)].map(([, value]) => value),
    );
  });

  it("leaves the line of what is not known out", () => {
    const bare = failed({ status: undefined, requestId: undefined, route: undefined, path: "" });
    expect(reportError(bare, { online: false }).fields).toEqual([
      { field: "code", value: "SESSION_EXPIRED" },
      { field: "time", value: "2026-01-02T03:04:05.006Z" },
      { field: "attempts", value: "2" },
      { field: "connection", value: "offline" },
    ]);
  });

  it.each([8.64e15 + 1, Number.POSITIVE_INFINITY, Number.NaN])(
    "leaves the time out when it is %d, which is no date",
    (at) => {
      expect(fieldsOf(failed({ at }))).not.toContain("time");
      expect(fieldsOf(failed({ at }))).toContain("attempts");
    },
  );

  it.each(["GET /v1/x?token=hush", "GET /v1/x#token=hush", "GET /v1/x?a#hush"])(
    "holds no query string and no hash where the route was written by hand as %j",
    (route) => {
      expect(lineOf("Route", failed({ route }))).toBe("    Route: GET /v1/x");
    },
  );

  it("holds no path, whose parameters may be secrets, also where no route is known", () => {
    const bare = failed({ route: undefined, path: "/v1/password-resets/hush" });
    expect(reportError(bare, context).markdown).not.toContain("password-resets");
  });

  it.each([
    ["a backtick", "a```b", "a```b"],
    ["a line break", "a\n\nCode: FAKE", "a Code: FAKE"],
    ["a carriage return", "a\r\n\r\n# b", "a # b"],
    ["a Unicode line break", "a\u2028b", "a b"],
    ["a link", "[x](javascript:alert(1))", "[x](javascript:alert(1))"],
    ["markup", "<img src=x onerror=alert(1)>", "<img src=x onerror=alert(1)>"],
  ])("lets %s in a code end neither its line nor the block", (_, code, value) => {
    const { markdown } = reportError(failed({ code }), context);
    const [first, line, ...others] = markdown.split("\n");
    expect([first, line]).toEqual(["", `    Code: ${value}`]);
    expect(others).toHaveLength(8);
    expect(others.slice(0, -1).every((other) => other.startsWith("    "))).toBe(true);
  });

  it("names earlier ids in a line of their own", () => {
    const { markdown } = reportError(failed(), {
      ...context,
      earlierRequestIds: ["req_2", "req_1"],
    });
    expect(markdown).toMatch(/\n {4}Earlier request IDs: req_2, req_1\n$/);
  });

  it("holds nothing secret, wherever it is planted", () => {
    const secret = "sk_live_hush";
    const error = failed(
      {
        message: `bad key ${secret}`,
        details: { headers: { "x-api-key": secret }, body: secret, [secret]: 1 },
        path: `/v1/x?key=${secret}`,
        retryAfterMs: 1,
      },
      { cause: new Error(`cause ${secret}`) },
    );
    error.stack = `Error: at ${secret}`;
    Object.assign(error, { headers: { authorization: secret }, request: secret, token: secret });
    const report = reportError(error, context);
    expect(JSON.stringify(report)).not.toContain(secret);
    expect(report.markdown).toContain("SESSION_EXPIRED");
  });
});
