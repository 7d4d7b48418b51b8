/** What the real libraries throw, at a real server: each is handed to `toApiError` as it is. */
import { createTRPCClient, httpBatchLink, httpLink } from "@trpc/client";
import { initTRPC, TRPCError } from "@trpc/server";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import axios, { AxiosError } from "axios";
import axiosRetry from "axios-retry";
import ky, { HTTPError, TimeoutError } from "ky";
import { FetchError, ofetch } from "ofetch";
import createClient from "openapi-fetch";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { readApiError } from "../../src/envelope/read-api-error.ts";
import { toApiError } from "../../src/envelope/to-api-error.ts";
import type { ApiError } from "../../src/error/api-error.ts";
import type { Reply } from "../server/exchange.ts";
import { fault } from "../server/fault.ts";
import { startServer, type TestServer } from "../server/server.ts";

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});
afterEach(() => server.reset());
afterAll(() => server.close());

interface Limits {
  signal?: AbortSignal;
  timeoutMs?: number;
}

/** A library as an app uses it: the address has an id in its path and a secret in its query. */
interface Client {
  get(limits: Limits): Promise<unknown>;
  /** What it throws where an answer came. */
  thrown?: new (
    ...args: never[]
  ) => Error;
  /** It leaves the body to whoever catches the error. */
  isHeadOnly?: true;
  /** Of a call to which no answer came it says nothing but what `fetch` said. */
  namesNoRequest?: true;
}

const secret = "tok_hush";
const path = "/sessions/ses_a1b2";
const base = () => `${server.url}/v1`;

const clients: Record<string, Client> = {
  axios: {
    get: ({ signal, timeoutMs = 0 }) =>
      axios.get(path, {
        baseURL: `${base()}/`,
        params: { key: secret },
        timeout: timeoutMs,
        ...(signal && { signal }),
      }),
    thrown: AxiosError,
  },
  "axios on fetch": {
    get: ({ signal, timeoutMs = 0 }) =>
      axios.get(path, {
        adapter: "fetch",
        baseURL: base(),
        params: { key: secret },
        timeout: timeoutMs,
        ...(signal && { signal }),
      }),
    thrown: AxiosError,
  },
  ky: {
    get: ({ signal, timeoutMs }) =>
      ky
        .get(`${base()}${path}?key=${secret}`, {
          retry: 0,
          ...(signal && { signal }),
          ...(timeoutMs && { timeout: timeoutMs }),
        })
        .json(),
    thrown: HTTPError,
    isHeadOnly: true,
    namesNoRequest: true,
  },
  ofetch: {
    get: ({ signal, timeoutMs }) =>
      ofetch(path, {
        baseURL: base(),
        query: { key: secret },
        retry: 0,
        ...(signal && { signal }),
        ...(timeoutMs && { timeout: timeoutMs }),
      }),
    thrown: FetchError,
  },
};

async function failureOf(called: Promise<unknown>): Promise<{ thrown: unknown; error: ApiError }> {
  const thrown = await called.then(() => expect.unreachable("the call succeeded"), keep);
  return { thrown, error: toApiError(thrown) };
}

const keep = (thrown: unknown) => thrown;

/** Sets the answer and calls once; gives the id of the request that arrived. */
async function fail(client: Client, reply: Reply, limits: Limits = {}) {
  server.script(`GET /v1${path}`, [reply]);
  const failure = await failureOf(client.get(limits));
  const [request] = server.requests;
  return { ...failure, requestId: request?.requestId };
}

describe.each(Object.entries(clients))("%s", (_, client) => {
  it("tells of an answer with the envelope what the envelope tells", async () => {
    const { thrown, error, requestId } = await fail(client, fault.error("SESSION_EXPIRED"));
    const inBody = { code: "SESSION_EXPIRED", message: "The server says SESSION_EXPIRED." };
    const inHead = { code: "UNKNOWN", message: "The server answered with status 404." };
    expect(thrown).toBeInstanceOf(client.thrown);
    expect(error).toMatchObject({
      ...(client.isHeadOnly ? inHead : inBody),
      kind: "notFound",
      status: 404,
      requestId,
      attempts: 1,
      method: "GET",
      route: "GET /v1/sessions/{}",
      path: "/v1/sessions/ses_a1b2",
      retryAfterMs: undefined,
      cause: thrown,
    });
  });

  it("tells how long a rate limit lasts, and from when a retry makes sense", async () => {
    const { error } = await fail(client, fault.rateLimited({ retryAfterSeconds: 7 }));
    expect(error).toMatchObject({ kind: "rateLimited", status: 429, retryAfterMs: 7_000 });
    expect(error.retryAt).toBe(error.at + 7_000);
  });

  it("tells of no time after which to retry what must not be retried", async () => {
    const reply = fault.error("SESSION_EXPIRED", { headers: { "retry-after": "7" } });
    const { error } = await fail(client, reply);
    expect(error).toMatchObject({ status: 404, retryAfterMs: undefined, retryAt: undefined });
  });

  it("tells of a proxy's page the status, and nothing of the page", async () => {
    const { error, requestId } = await fail(client, fault.html502());
    expect(error).toMatchObject({ code: "UNKNOWN", kind: "unavailable", status: 502, requestId });
    expect(error.message).toBe("The server answered with status 502.");
    expect(error.details).toBeUndefined();
  });

  it("tells of a connection that breaks as of the network", async () => {
    const { error } = await fail(client, fault.resetBeforeHead());
    expect(error).toMatchObject({ code: "NETWORK_ERROR", kind: "network", status: undefined });
    expect(error.route).toBe(client.namesNoRequest ? undefined : "GET /v1/sessions/{}");
  });

  it("tells of its own time limit as of a time-out", async () => {
    const { error } = await fail(client, fault.never(), { timeoutMs: 50 });
    expect(error).toMatchObject({ code: "TIMEOUT", kind: "timeout", status: undefined });
  });

  it("tells of a signal's time limit as of a time-out", async () => {
    const { error } = await fail(client, fault.never(), { signal: AbortSignal.timeout(50) });
    expect(error).toMatchObject({ code: "TIMEOUT", kind: "timeout", status: undefined });
  });

  it("tells of a call that its caller leaves as of one", async () => {
    const controller = new AbortController();
    const leaving: Reply = () => controller.abort();
    const { error } = await fail(client, leaving, { signal: controller.signal });
    expect(error).toMatchObject({ code: "ABORT_ERROR", kind: "aborted", status: undefined });
  });

  it("has no part of the query in anything that is written down", async () => {
    for (const reply of [fault.error("SESSION_EXPIRED"), fault.resetBeforeHead()]) {
      const { error } = await fail(client, reply);
      expect(JSON.stringify(error) + error.message + error.path).not.toContain(secret);
    }
  });

  it("throws an error that is always the same ApiError", async () => {
    const { thrown, error } = await fail(client, fault.error("SESSION_EXPIRED"));
    expect(toApiError(thrown)).toBe(error);
  });
});

describe("ky", () => {
  it("tells the whole once its answer has been read", async () => {
    server.script(`GET /v1${path}`, [fault.error("SESSION_EXPIRED")]);
    const hooks = {
      beforeError: [
        async (error: HTTPError) => {
          await readApiError(error.response);
          return error;
        },
      ],
    };
    const called = ky.get(`${base()}${path}`, { retry: 0, hooks });
    const { thrown, error } = await failureOf(called);
    const [request] = server.requests;
    const { requestId } = request ?? {};
    expect(error).toMatchObject({ code: "SESSION_EXPIRED", status: 404, requestId });
    expect(thrown).toBeInstanceOf(HTTPError);
  });

  it("names the request that took too long", async () => {
    server.script(`GET /v1${path}`, [fault.never()]);
    const called = ky.get(`${base()}${path}?key=${secret}`, { retry: 0, timeout: 50 });
    const { thrown, error } = await failureOf(called);
    expect(thrown).toBeInstanceOf(TimeoutError);
    expect(error.route).toBe("GET /v1/sessions/{}");
    expect(error.message).not.toContain(secret);
  });
});

describe("axios", () => {
  it("has an answer that may be thrown as it is", async () => {
    server.script(`GET /v1${path}`, [fault.error("SESSION_EXPIRED")]);
    const validateStatus = () => true;
    const { data, ...answer } = await axios.get(`${base()}${path}`, { validateStatus });
    const error = toApiError({ data, ...answer });
    expect(error).toMatchObject({
      code: "SESSION_EXPIRED",
      status: 404,
      route: "GET /v1/sessions/{}",
    });
    expect(error.details).toBeUndefined();
  });

  it("tells how often axios-retry has sent it", async () => {
    server.script(`GET /v1${path}`, [fault.status(503)]);
    const client = axios.create();
    axiosRetry(client, { retries: 2, retryDelay: () => 0 });
    const { error } = await failureOf(client.get(`${base()}${path}`));
    expect(error).toMatchObject({ status: 503, attempts: 3 });
    expect(server.requests).toHaveLength(3);
  });
});

describe("openapi-fetch", () => {
  interface Paths {
    "/sessions/{id}": {
      get: {
        parameters: { path: { id: string } };
        responses: { default: { content: { "application/json": { error: unknown } } } };
      };
    };
  }

  const get = () =>
    createClient<Paths>({ baseUrl: base() }).GET("/sessions/{id}", {
      params: { path: { id: "ses_a1b2" } },
    });

  it("has a body that is read by itself, whose code decides the kind and never the status", async () => {
    server.script(`GET /v1${path}`, [fault.error("SESSION_EXPIRED")]);
    const { error: body } = await get();
    const [request] = server.requests;
    const { requestId } = request ?? {};
    expect(toApiError(body)).toMatchObject({
      code: "SESSION_EXPIRED",
      kind: "notFound",
      message: "The server says SESSION_EXPIRED.",
      status: undefined,
      route: undefined,
      requestId,
    });
  });

  it("has a result that is read as the answer in it", async () => {
    server.script(`GET /v1${path}`, [fault.rateLimited({ retryAfterSeconds: 7 })]);
    expect(toApiError(await get())).toMatchObject({
      code: "GENERIC_ERROR",
      kind: "rateLimited",
      status: 429,
      retryAfterMs: 7_000,
      // The answer names its address, and nothing names the method.
      route: "/v1/sessions/{}",
    });
  });

  it("has a proxy's page for a body, which has no words", async () => {
    server.script(`GET /v1${path}`, [fault.html502()]);
    const { error: page } = await get();
    expect(page).toContain("<center>nginx</center>");
    expect(toApiError(page).message).toBe("Something other than an API error was thrown.");
  });
});

describe("fetch", () => {
  it("has an answer whose head is read at once and whose body is read for the asking", async () => {
    server.script(`GET /v1${path}`, [fault.error("SESSION_EXPIRED")]);
    const response = await fetch(`${base()}${path}?key=${secret}`);
    const [request] = server.requests;
    const head = { kind: "notFound", status: 404, requestId: request?.requestId };
    expect(toApiError(response)).toMatchObject({
      ...head,
      code: "UNKNOWN",
      route: "/v1/sessions/{}",
    });
    const error = await readApiError(response);
    expect(error).toMatchObject({ ...head, code: "SESSION_EXPIRED", route: "/v1/sessions/{}" });
    expect(toApiError(response)).toBe(error);
    expect(await response.json()).toHaveProperty("error.code", "SESSION_EXPIRED");
  });

  it("tells of a server that is not there as of the network", async () => {
    const { error } = await failureOf(fetch("http://127.0.0.1:9/"));
    expect(error).toMatchObject({ code: "NETWORK_ERROR", kind: "network", route: undefined });
  });
});

describe("tRPC", () => {
  const t = initTRPC.create({ isDev: true });
  const session = t.router({
    byId: t.procedure.query(() => {
      throw new TRPCError({ code: "NOT_FOUND", message: "No such session" });
    }),
    list: t.procedure.query(() => []),
    rename: t.procedure.mutation(() => {
      throw new TRPCError({ code: "TOO_MANY_REQUESTS", message: "Too many" });
    }),
  });
  const router = t.router({ session });

  const answer: Reply = async ({ request, response }) => {
    const { method, path, query, body } = request;
    const answered = await fetchRequestHandler({
      endpoint: "/trpc",
      router,
      req: new Request(`${server.url}${path}?${query}`, {
        method,
        headers: { "content-type": "application/json" },
        ...(method === "POST" && { body }),
      }),
    });
    const headers = { ...Object.fromEntries(answered.headers), "retry-after": "7" };
    response.writeHead(answered.status, headers).end(await answered.text());
  };

  describe.each([
    ["alone", httpLink],
    ["in batches", httpBatchLink],
  ])("with its calls sent %s", (_, link) => {
    const client = () =>
      createTRPCClient<typeof router>({ links: [link({ url: `${server.url}/trpc` })] });

    it("tells of the procedure that failed", async () => {
      for (const route of ["session.byId", "session.list", "session.byId,session.list"])
        server.script(`GET /trpc/${route}`, [answer]);
      const { session } = client();
      const [{ error }] = await Promise.all([
        failureOf(session.byId.query()),
        session.list.query(),
      ]);
      const ids = server.requests.map(({ requestId }) => requestId);
      expect(error).toMatchObject({
        code: "NOT_FOUND",
        kind: "notFound",
        message: "No such session",
        status: 404,
        route: "/trpc/session.byId",
        retryAfterMs: undefined,
      });
      expect(ids).toContain(error.requestId);
      expect(error.details).toEqual({ httpStatus: 404, path: "session.byId" });
    });

    it("tells of a rate limit", async () => {
      server.script("POST /trpc/session.rename", [answer]);
      const { error } = await failureOf(client().session.rename.mutate());
      expect(error).toMatchObject({ code: "TOO_MANY_REQUESTS", status: 429, retryAfterMs: 7_000 });
    });

    it("tells of a connection that breaks as of the network", async () => {
      server.script("GET /trpc/session.byId", [fault.resetBeforeHead()]);
      const { error } = await failureOf(client().session.byId.query());
      expect(error).toMatchObject({ code: "NETWORK_ERROR", kind: "network" });
    });

    it("tells of a call that its caller leaves as of one", async () => {
      const controller = new AbortController();
      server.script("GET /trpc/session.byId", [() => controller.abort()]);
      const called = client().session.byId.query(undefined, { signal: controller.signal });
      expect((await failureOf(called)).error.kind).toBe("aborted");
    });
  });
});
