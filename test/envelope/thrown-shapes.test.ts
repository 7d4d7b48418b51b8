/**
 * What libraries throw that are not installed here, made as their published code makes it: superagent 10.4.2, @orpc/client
 * 1.16.1, @apollo/client 3.14.1 and 4.3.8, @urql/core 6.0.3, @hey-api/openapi-ts 0.95.0 (its fetch client), ky 2.1.0. The
 * libraries that are installed throw in `libraries-over-tcp.test.ts`.
 */
import { describe, expect, it } from "vitest";
import { toApiError } from "../../src/envelope/to-api-error.ts";
import type { ApiError } from "../../src/error/api-error.ts";
import { fingerprintOf } from "../../src/error/fingerprint.ts";

const secret = "tok_hush";

const envelope = (code: string, requestId: string) => ({
  error: { code, message: `The server says ${code}.`, requestId },
});

const sent = { authorization: `Bearer ${secret}` };
const url = `https://api.example/v1/sessions/ses_a1?key=${secret}`;

const named = (name: string, members: object, message = "m") =>
  Object.assign(new Error(message), { name, ...members });

/** A `Response` as `fetch` gives it: without an address where a test made it. */
function answered(status: number, body: BodyInit = "", headers: Record<string, string> = {}) {
  const response = new Response(body, { status, headers });
  return Object.defineProperty(response, "url", { value: url });
}

/** superagent 10.4.2, lib/client.js: `error.response`, `error.status`; the answer's `req` holds what was sent. */
const superagent = {
  answer: (status: number, members: object) =>
    named("Error", {
      status,
      response: { req: { method: "PATCH", url, header: sent }, status, ...members },
    }),
  aborted: () => named("Error", { code: "ABORTED" }, "Aborted"),
  timedOut: () =>
    named(
      "Error",
      { timeout: 50, code: "ECONNABORTED", errno: "ETIME" },
      "Timeout of 50ms exceeded",
    ),
  network: () =>
    named(
      "Error",
      { crossDomain: true, status: undefined, method: "PATCH", url, retries: 1 },
      "Request has been terminated\nPossible causes: the network is offline, …",
    ),
};

/** @orpc/client 1.16.1, ORPCError. */
const orpc = (code: string, status: number, data?: unknown) =>
  named("Error", { defined: data !== undefined, code, status, data }, `The contract says ${code}.`);

const graphql = (code?: string, more: object = {}) => ({
  message: "You shall not pass.",
  locations: [{ line: 1, column: 2 }],
  path: ["session"],
  extensions: { ...(code && { code }), stacktrace: ["at server.js:1"], ...more },
});

/** @apollo/client 3.14.1, errors/index.js and link/utils/throwServerError.js. */
const apollo3 = (members: object) =>
  named("ApolloError", {
    graphQLErrors: [],
    protocolErrors: [],
    clientErrors: [],
    networkError: null,
    cause: null,
    ...members,
  });

/** @apollo/client 4.3.8, errors/. */
const apollo4 = {
  graphql: (...errors: object[]) =>
    named("CombinedGraphQLErrors", { errors, data: null, extensions: undefined }),
  server: (status: number, bodyText: string) => {
    const response = answered(status, bodyText, { "x-request-id": "req_apollo" });
    return named("ServerError", { response, statusCode: status, bodyText });
  },
};

/** @urql/core 6.0.3, CombinedError: GraphQL's errors are made Errors again. */
const urql = (members: object) =>
  named("CombinedError", { graphQLErrors: [], networkError: undefined, ...members }, "[Network] m");
const rehydrated = (error: object) =>
  Object.assign(new Error(), { name: "GraphQLError", ...error });

/** ky 2.1.0, errors/: an HTTPError has read its body. */
const ky2 = {
  http: (status: number, data: unknown) =>
    named(
      "HTTPError",
      { response: answered(status), request: new Request(url, { method: "PUT" }), data },
      `Request failed with status code ${status}: PUT ${url}`,
    ),
  network: () =>
    named(
      "NetworkError",
      { request: new Request(url, { method: "PUT" }), cause: new TypeError("fetch failed") },
      `Request failed due to a network error: PUT ${url}`,
    ),
};

const refusedUpload = {
  detail: "Not like that.",
  title: "Unprocessable",
  status: 422,
  traceId: "req_problem",
  errors: { name: ["is short"] },
};

interface Case {
  what: string;
  thrown: () => unknown;
  is: Partial<Pick<ApiError, "code" | "kind" | "status" | "requestId" | "message" | "route">> &
    Partial<Pick<ApiError, "details" | "retryAfterMs" | "attempts" | "method">>;
}

const nothingAnswered = { status: undefined, requestId: undefined, retryAfterMs: undefined };
const aborted = { ...nothingAnswered, code: "ABORT_ERROR", kind: "aborted" } as const;
const timedOut = { ...nothingAnswered, code: "TIMEOUT", kind: "timeout" } as const;
const network = { ...nothingAnswered, code: "NETWORK_ERROR", kind: "network" } as const;

const cases: Case[] = [
  {
    what: "SuperAgent, of an envelope",
    thrown: () =>
      superagent.answer(429, {
        headers: { "x-request-id": "req_head", "retry-after": "7" },
        body: envelope("GENERIC_ERROR", "req_body"),
      }),
    is: {
      code: "GENERIC_ERROR",
      kind: "rateLimited",
      status: 429,
      requestId: "req_body",
      retryAfterMs: 7_000,
      route: "PATCH /v1/sessions/{}",
    },
  },
  {
    what: "SuperAgent, of text in a header's list",
    thrown: () =>
      superagent.answer(502, {
        headers: { "x-request-id": ["req_head"], "retry-after": 7 },
        body: null,
        text: "<html>502</html>",
      }),
    is: { code: "UNKNOWN", kind: "unavailable", status: 502, requestId: "req_head" },
  },
  { what: "SuperAgent, aborted", thrown: superagent.aborted, is: aborted },
  { what: "SuperAgent, over its time limit", thrown: superagent.timedOut, is: timedOut },
  {
    what: "SuperAgent, without an answer",
    thrown: superagent.network,
    is: { ...network, route: "PATCH /v1/sessions/{}", attempts: 2 },
  },
  {
    what: "oRPC, of an error in its contract",
    thrown: () =>
      orpc("NAME_TAKEN", 409, { fields: { name: "is taken" }, code: "E", requestId: "r" }),
    is: {
      code: "NAME_TAKEN",
      kind: "conflict",
      status: 409,
      message: "The contract says NAME_TAKEN.",
      requestId: "r",
      details: { fields: { name: "is taken" } },
    },
  },
  {
    what: "oRPC, of another",
    thrown: () => orpc("INTERNAL_SERVER_ERROR", 500),
    is: { code: "INTERNAL_SERVER_ERROR", kind: "serverError", status: 500, details: undefined },
  },
  {
    what: "Apollo 3, of an answer with GraphQL's errors",
    thrown: () => {
      const response = answered(400, "", { "x-request-id": "req_apollo" });
      const result = { errors: [graphql("GRAPHQL_VALIDATION_FAILED")] };
      const networkError = named("ServerError", { response, statusCode: 400, result });
      return apollo3({ networkError, cause: networkError });
    },
    is: {
      code: "GRAPHQL_VALIDATION_FAILED",
      kind: "badRequest",
      status: 400,
      message: "You shall not pass.",
      requestId: "req_apollo",
      route: "/v1/sessions/{}",
    },
  },
  {
    what: "Apollo 3, of errors in a success",
    thrown: () => apollo3({ graphQLErrors: [graphql("UNAUTHENTICATED", { requestId: "req_g" })] }),
    is: { code: "UNAUTHENTICATED", kind: "unauthorized", status: undefined, requestId: "req_g" },
  },
  {
    what: "Apollo 3, without an answer",
    thrown: () => apollo3({ networkError: new TypeError("Failed to fetch") }),
    is: network,
  },
  {
    what: "Apollo 3, aborted",
    thrown: () => apollo3({ networkError: new DOMException("x", "AbortError") }),
    is: aborted,
  },
  {
    what: "Apollo 4, of errors in a success",
    thrown: () => apollo4.graphql(graphql("SEAT_LIMIT", { seats: 3 }), graphql("OTHER")),
    is: {
      code: "SEAT_LIMIT",
      kind: "clientError",
      status: undefined,
      message: "You shall not pass.",
      details: { seats: 3 },
    },
  },
  {
    what: "Apollo 4, of an error with nothing but words",
    thrown: () => apollo4.graphql({ message: "No." }),
    is: { code: "UNKNOWN", kind: "clientError", message: "m" },
  },
  {
    what: "Apollo 4, of another answer",
    thrown: () => apollo4.server(503, "upstream connect error"),
    is: { code: "UNKNOWN", kind: "unavailable", status: 503, requestId: "req_apollo" },
  },
  {
    what: "Apollo 4, of an answer whose text is JSON",
    thrown: () =>
      apollo4.server(500, JSON.stringify({ errors: [graphql("INTERNAL_SERVER_ERROR")] })),
    is: { code: "INTERNAL_SERVER_ERROR", kind: "serverError", status: 500 },
  },
  {
    what: "urql, of errors in a success",
    thrown: () => {
      const response = answered(200, "", { "x-request-id": "req_urql", "retry-after": "7" });
      return urql({ graphQLErrors: [rehydrated(graphql("THROTTLED"))], response });
    },
    is: {
      code: "THROTTLED",
      kind: "rateLimited",
      status: 200,
      requestId: "req_urql",
      retryAfterMs: 7_000,
    },
  },
  {
    what: "urql, of another answer",
    thrown: () => urql({ networkError: new Error("Bad Gateway"), response: answered(502) }),
    is: { code: "UNKNOWN", kind: "unavailable", status: 502, route: "/v1/sessions/{}" },
  },
  {
    what: "urql, without an answer",
    thrown: () => urql({ networkError: new TypeError("Load failed") }),
    is: network,
  },
  {
    what: "ky 2, of an envelope",
    thrown: () => ky2.http(404, envelope("SESSION_EXPIRED", "req_ky")),
    is: {
      code: "SESSION_EXPIRED",
      kind: "notFound",
      status: 404,
      requestId: "req_ky",
      route: "PUT /v1/sessions/{}",
    },
  },
  {
    what: "ky 2, without an answer",
    thrown: ky2.network,
    is: { ...network, route: "PUT /v1/sessions/{}" },
  },
  {
    what: "hey-api, an envelope by itself",
    thrown: () => envelope("MODELS_NOT_FOUND", "req_hey"),
    is: {
      code: "MODELS_NOT_FOUND",
      kind: "unprocessable",
      status: undefined,
      requestId: "req_hey",
    },
  },
  {
    what: "hey-api, a problem by itself",
    thrown: () => refusedUpload,
    is: {
      code: "UNKNOWN",
      kind: "unprocessable",
      status: 422,
      message: "Not like that.",
      requestId: "req_problem",
      details: { errors: { name: ["is short"] } },
    },
  },
  {
    what: "hey-api, a bare body by itself",
    thrown: () => ({
      code: "SEAT_LIMIT",
      message: "No seat.",
      requestId: 81234567,
      url: "https://docs.example/errors/seat-limit",
      method: "GET",
    }),
    is: {
      code: "SEAT_LIMIT",
      kind: "unexpected",
      status: undefined,
      message: "No seat.",
      requestId: "81234567",
      route: undefined,
    },
  },
  {
    what: "hey-api, a list of faults by itself",
    thrown: () => [{ field: "name", message: "is short" }],
    is: {
      code: "UNKNOWN",
      kind: "unexpected",
      details: { errors: [{ field: "name", message: "is short" }] },
    },
  },
  {
    what: "hey-api, words by field by themselves",
    thrown: () => ({ name: ["is short"], age: ["is no number"] }),
    is: { code: "UNKNOWN", details: { name: ["is short"], age: ["is no number"] } },
  },
  { what: "hey-api, an empty body", thrown: () => ({}), is: { code: "UNEXPECTED_ERROR" } },
  {
    what: "the reference's own example",
    thrown: () =>
      Object.assign(new Error("Gone."), {
        status: 404,
        code: "SESSION_EXPIRED",
        requestId: "req_r",
      }),
    is: {
      code: "SESSION_EXPIRED",
      kind: "notFound",
      status: 404,
      message: "Gone.",
      requestId: "req_r",
      details: undefined,
    },
  },
  {
    what: "an app's own error with a status, as http-errors makes it",
    thrown: () =>
      named("NotFoundError", { statusCode: 404, expose: true, headers: undefined }, "No."),
    is: { code: "UNKNOWN", kind: "notFound", status: 404, message: "No." },
  },
  {
    what: "an app's own error with the body beside it, as SWR's documentation has it",
    thrown: () =>
      named("Error", { status: 409, info: envelope("NAME_TAKEN", "req_swr") }, "Failed."),
    is: {
      code: "NAME_TAKEN",
      status: 409,
      requestId: "req_swr",
      message: "The server says NAME_TAKEN.",
    },
  },
  {
    what: "an app's own error with field errors",
    thrown: () =>
      named("Error", { status: 422, errors: { name: "is short" }, config: { headers: sent } }),
    is: { kind: "unprocessable", details: { errors: { name: "is short" } } },
  },
  {
    what: "`Response.error()`",
    thrown: () => Response.error(),
    is: network,
  },
  {
    what: "a Response",
    thrown: () => answered(503, "", { "x-request-id": "req_raw", "retry-after": "7" }),
    is: { kind: "unavailable", status: 503, requestId: "req_raw", retryAfterMs: 7_000 },
  },
];

describe("toApiError reads", () => {
  it.each(cases)("$what", ({ thrown, is }) => {
    expect(toApiError(thrown())).toMatchObject(is);
  });

  it.each(cases)("$what, with no secret of the request in what is written down", ({ thrown }) => {
    const error = toApiError(thrown());
    expect(JSON.stringify(error) + error.message + error.path).not.toContain(secret);
    expect(JSON.stringify(error)).not.toContain("server.js");
  });

  it.each(cases)("$what, to an error that names it as its cause", ({ thrown }) => {
    const value = thrown();
    expect(toApiError(value).cause).toBe(value);
  });

  it.each(cases)("$what, to the same error each time", ({ thrown }) => {
    const value = Object.freeze(thrown());
    expect(toApiError(value)).toBe(toApiError(value));
  });
});

describe("the fingerprint of another client's error", () => {
  const failed = (method: string, path: string, more: object = {}) =>
    fingerprintOf(
      toApiError(
        named("AxiosError", { config: { method, url: path }, response: { status: 500 }, ...more }),
      ),
    );

  it("is one for the calls that differ in their ids alone", () => {
    expect(failed("get", "/v1/sessions/ses_a1?page=2")).toBe(failed("GET", "/v1/sessions/ses_b2"));
  });

  it("tells routes and methods apart", () => {
    const all = [failed("get", "/v1/a"), failed("get", "/v1/b"), failed("post", "/v1/a")];
    expect(new Set(all).size).toBe(3);
  });

  it("tells unlike failures apart by their message where no route is known", () => {
    const print = (message: string) => fingerprintOf(toApiError(new Error(message)));
    expect(print("x is not a function")).not.toBe(print("y is not a function"));
    expect(print("x is not a function")).toBe(print("x is not a function"));
  });
});
