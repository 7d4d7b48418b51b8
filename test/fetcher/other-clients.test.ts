import { createTRPCClient, httpBatchLink } from "@trpc/client";
import { initTRPC } from "@trpc/server";
import axios, { isAxiosError } from "axios";
import ky, { HTTPError } from "ky";
import { createFetch } from "ofetch";
import createClient from "openapi-fetch";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { toApiError } from "../../src/envelope/to-api-error.ts";
import type { Api } from "../../src/fetcher/api.ts";
import type { ApiOptions } from "../../src/fetcher/api-options.ts";
import { bearer } from "../../src/fetcher/bearer.ts";
import { createApi } from "../../src/fetcher/create-api.ts";
import { fault } from "../server/fault.ts";
import { startServer, type TestServer } from "../server/server.ts";
import { thrownBy } from "./fake-fetch.ts";

/** As openapi-typescript would write it of a server of which only this is known. */
type AnyPaths = Record<
  string,
  {
    get: { responses: { 200: { content: { "application/json": unknown } } } };
    post: {
      requestBody: { content: { "application/json": object } };
      responses: { 201: { content: { "application/json": unknown } } };
    };
  }
>;

/** What each of these clients is asked for, in its own words. */
interface OtherClient {
  get(path: string, signal?: AbortSignal): Promise<unknown>;
  post(path: string, body: object): Promise<unknown>;
}

/** Each set up as its own documentation has it, with `api.fetch` in the place of `fetch`, and its own retries off. */
const clients: Record<string, (api: Api) => OtherClient> = {
  axios: ({ fetch, baseUrl: baseURL }) => {
    const client = axios.create({ baseURL, adapter: "fetch", env: { fetch } });
    return {
      get: async (path, signal) => (await client.get(path, { ...(signal && { signal }) })).data,
      post: async (path, body) => (await client.post(path, body)).data,
    };
  },
  ky: ({ fetch, baseUrl: prefixUrl }) => {
    const client = ky.create({ prefixUrl, fetch, retry: 0 });
    return {
      get: (path, signal) => client.get(path.slice(1), { ...(signal && { signal }) }).json(),
      post: (path, json) => client.post(path.slice(1), { json }).json(),
    };
  },
  ofetch: ({ fetch, baseUrl: baseURL }) => {
    const client = createFetch({ fetch, defaults: { baseURL, retry: false } });
    return {
      get: (path, signal) => client(path, { ...(signal && { signal }) }),
      post: (path, body) => client(path, { method: "POST", body }),
    };
  },
  "openapi-fetch": ({ fetch, baseUrl, toApiError }) => {
    const client = createClient<AnyPaths>({ baseUrl: baseUrl.replace(/\/$/, ""), fetch });
    // It throws nothing that was answered: whoever uses it in a query does.
    const dataOf = ({
      data,
      error,
      response,
    }: {
      data?: unknown;
      error?: unknown;
      response: Response;
    }) => {
      if (error !== undefined) throw toApiError(response);
      return data;
    };
    return {
      get: async (path, signal) => dataOf(await client.GET(path, { ...(signal && { signal }) })),
      post: async (path, body) => dataOf(await client.POST(path, { body })),
    };
  },
};

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ keepAlive: true });
});
afterAll(() => server.close());
beforeEach(() => server.reset());

function apiOf(options: Partial<ApiOptions> = {}): Api {
  return createApi({
    baseUrl: server.url,
    onError() {},
    ...options,
    retry: { baseDelayMs: 0, ...options.retry },
  });
}

describe.each(Object.entries(clients))("under %s, api.fetch", (_, create) => {
  it("is signed, and gives an answer as it is", async () => {
    const client = create(apiOf({ credentials: bearer({ token: () => "t1" }) }));
    expect(await client.get("/v1/sessions/s1")).toEqual({ id: "s1", status: "OPEN" });
    expect(server.requests.map(({ headers }) => headers["authorization"])).toEqual(["Bearer t1"]);
  });

  it("sends a body again where the server answers 503, once a retry", async () => {
    server.script("POST /v1/sessions/s1/messages", [
      fault.status(503),
      fault.ok({ id: "m1" }, 201),
    ]);
    const client = create(apiOf());
    expect(await client.post("/v1/sessions/s1/messages", { text: "hi" })).toEqual({ id: "m1" });
    expect(server.requests.map(({ body }) => JSON.parse(body))).toEqual([
      { text: "hi" },
      { text: "hi" },
    ]);
  });

  it("fails after five attempts with the client's own error, which stands for the last answer's", async () => {
    server.script("GET /v1/sessions/s1", [fault.status(500)]);
    const thrown = await thrownBy(create(apiOf()).get("/v1/sessions/s1"));
    const { requests } = server;
    expect(requests).toHaveLength(5);
    expect(toApiError(thrown)).toMatchObject({
      code: "GENERIC_ERROR",
      status: 500,
      requestId: requests[4]?.requestId,
      attempts: 5,
      retryStopped: "attempts",
      route: "GET /v1/sessions/{}",
    });
    expect(toApiError(thrown)).toBe(toApiError(thrown));
  });

  it("fails once with what no retry changes", async () => {
    const thrown = await thrownBy(create(apiOf()).get("/v1/sessions/none"));
    expect(server.requests).toHaveLength(1);
    expect(toApiError(thrown)).toMatchObject({
      code: "SESSION_NOT_FOUND",
      requestId: server.requests[0]?.requestId,
    });
  });

  it("renews a token that is refused, and the client sees the success alone", async () => {
    server.script("GET /v1/sessions/s1", [fault.error("UNAUTHORIZED"), fault.ok({ id: "s1" })]);
    let token = "old";
    const refresh = async () => {
      token = "new";
      return token;
    };
    const client = create(apiOf({ credentials: bearer({ token: () => token, refresh }) }));
    expect(await client.get("/v1/sessions/s1")).toEqual({ id: "s1" });
    const sent = server.requests.map(({ headers }) => headers["authorization"]);
    expect(sent).toEqual(["Bearer old", "Bearer new"]);
  });

  it("that gets no answer ends as the network's failure, after five attempts", async () => {
    server.script("GET /v1/sessions/s1", [fault.resetBeforeHead()]);
    const thrown = await thrownBy(create(apiOf()).get("/v1/sessions/s1"));
    expect(toApiError(thrown)).toMatchObject({ code: "NETWORK_ERROR", attempts: 5 });
    expect(server.requests).toHaveLength(5);
  });

  it("that takes too long ends as a time-out", async () => {
    server.script("GET /v1/sessions/s1", [fault.never()]);
    const thrown = await thrownBy(create(apiOf({ timeoutMs: 50 })).get("/v1/sessions/s1"));
    expect(toApiError(thrown)).toMatchObject({ code: "TIMEOUT", retryStopped: "noAnswer" });
  });

  it("is aborted by the client, and nobody is told", async () => {
    const controller = new AbortController();
    server.script("GET /v1/sessions/s1", [() => controller.abort()]);
    const thrown = await thrownBy(create(apiOf()).get("/v1/sessions/s1", controller.signal));
    expect(toApiError(thrown)).toMatchObject({ kind: "aborted" });
  });

  it("is held back while its route is limited", async () => {
    server.script("GET /v1/sessions/s1", [fault.rateLimited({ retryAfterSeconds: 3_600 })]);
    const client = create(apiOf());
    const first = toApiError(await thrownBy(client.get("/v1/sessions/s1")));
    expect(first).toMatchObject({ kind: "rateLimited", requestId: server.requests[0]?.requestId });
    const held = toApiError(await thrownBy(client.get("/v1/sessions/s1")));
    expect(held).toMatchObject({ code: "HELD_BACK", attempts: 0, requestId: undefined });
    expect(server.requests).toHaveLength(1);
  });
});

describe("under tRPC, api.fetch", () => {
  const t = initTRPC.create();
  const router = t.router({ session: t.procedure.query(() => ({ id: "s1" })) });
  const clientOf = ({ fetch, baseUrl }: Api) =>
    createTRPCClient<typeof router>({ links: [httpBatchLink({ url: `${baseUrl}trpc`, fetch })] });
  const route = "GET /trpc/session";

  it("retries what the server cannot do now", async () => {
    const data = { id: "s1" };
    server.script(route, [fault.status(503), fault.ok([{ result: { data } }])]);
    expect(await clientOf(apiOf()).session.query()).toEqual(data);
    expect(server.requests).toHaveLength(2);
  });

  it("fails after five attempts with tRPC's own error, which stands for the last answer's", async () => {
    const data = { code: "INTERNAL_SERVER_ERROR", httpStatus: 500, path: "session" };
    const failed = { error: { message: "m", code: -32_603, data } };
    server.script(route, [fault.ok([failed], 500)]);
    const thrown = await thrownBy(clientOf(apiOf()).session.query());
    expect(server.requests).toHaveLength(5);
    expect(toApiError(thrown)).toMatchObject({
      status: 500,
      requestId: server.requests[4]?.requestId,
      attempts: 5,
      route,
    });
  });
});

describe("a download by api.fetch", () => {
  it("comes as it is, piece by piece, and is ended by its caller", async () => {
    const controller = new AbortController();
    server.script("GET /v1/export", [
      ({ response }) => void response.writeHead(200, { "content-type": "text/csv" }).write("a,b\n"),
    ]);
    const response = await apiOf().fetch(`${server.url}/v1/export`, { signal: controller.signal });
    const reader = response.body?.getReader();
    const { value } = (await reader?.read()) ?? {};
    expect(new TextDecoder().decode(value)).toBe("a,b\n");
    const rest = thrownBy(reader?.read() ?? Promise.resolve());
    controller.abort(new Error("enough"));
    expect(await rest).toMatchObject({ message: "enough" });
  });
});

describe("the errors that a client makes itself stay what they are", () => {
  it("axios' with its answer, and ky's with its body to be read", async () => {
    const api = apiOf();
    const [ofAxios, ofKy] = await Promise.all(
      ["axios", "ky"].map((name) =>
        thrownBy(clients[name]?.(api).get("/v1/sessions/none") ?? fetch("")),
      ),
    );
    expect(isAxiosError(ofAxios) && ofAxios.response?.data).toMatchObject({
      error: { code: "SESSION_NOT_FOUND" },
    });
    expect(ofKy instanceof HTTPError && ofKy.response.status).toBe(404);
  });
});
