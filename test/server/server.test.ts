import { afterEach, describe, expect, it } from "vitest";
import type { Reply } from "./exchange.ts";
import { fault } from "./fault.ts";
import { type ServerOptions, startServer, type TestServer } from "./server.ts";

const servers: TestServer[] = [];

async function start(options?: ServerOptions): Promise<TestServer> {
  const server = await startServer(options);
  servers.push(server);
  return server;
}

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

describe("The test server", () => {
  it("answers every request it cannot serve with the envelope and a request id of its own", async () => {
    const server = await start({ apiKey: "k1" });
    const ask = async (path: string, headers: Record<string, string>) => {
      const response = await fetch(server.url + path, { headers });
      const { error } = await response.json();
      expect(error.requestId).toBe(response.headers.get("x-request-id"));
      return [response.status, error.code, error.requestId];
    };

    const [unsigned, gone, unknown] = await Promise.all([
      ask("/v1/sessions", {}),
      ask("/v1/sessions/gone", { "x-api-key": "k1" }),
      ask("/v2", { "x-api-key": "k1" }),
    ]);

    expect(unsigned.slice(0, 2)).toEqual([401, "UNAUTHORIZED"]);
    expect(gone.slice(0, 2)).toEqual([404, "SESSION_NOT_FOUND"]);
    expect(unknown.slice(0, 2)).toEqual([404, "GENERIC_ERROR"]);
    expect(new Set([unsigned[2], gone[2], unknown[2]]).size).toBe(3);
  });

  it("keeps a message once that came twice with one Idempotency-Key", async () => {
    const server = await start();
    const send = async (key: string) => {
      const response = await fetch(`${server.url}/v1/sessions/s1/messages`, {
        method: "POST",
        headers: { "idempotency-key": key },
        body: JSON.stringify({ text: "Hello" }),
      });
      return response.json();
    };

    expect([await send("a"), await send("a"), await send("b")]).toEqual([
      { id: "m1", role: "user", text: "Hello" },
      { id: "m1", role: "user", text: "Hello" },
      { id: "m2", role: "user", text: "Hello" },
    ]);
  });

  it("follows a script and repeats its last answer", async () => {
    const server = await start();
    server.script("GET /v1/sessions", [fault.status(503), fault.empty(204), fault.status(500)]);
    const statuses: number[] = [];
    for (let request = 0; request < 4; request += 1)
      statuses.push((await fetch(`${server.url}/v1/sessions`)).status);

    expect(statuses).toEqual([503, 204, 500, 500]);
  });

  it.each<[string, Reply]>([
    ["resetBeforeHead", fault.resetBeforeHead()],
    ["resetAfterHead", fault.resetAfterHead()],
    ["cutBody", fault.cutBody()],
    ["cutBody, chunked", fault.cutBody("chunked")],
  ])("breaks off with %s, and does not blame the client", async (_, reply) => {
    const server = await start();
    server.script("GET /v1/sessions", [reply]);

    const text = fetch(`${server.url}/v1/sessions`).then((response) => response.text());

    await expect(text).rejects.toThrow(TypeError);
    expect(server.requests.map(({ aborted }) => aborted)).toEqual([false]);
  });

  it("records that a client hung up", async () => {
    const server = await start();
    server.script("GET /v1/sessions", [fault.slow(60_000, fault.status(500))]);
    const controller = new AbortController();
    const answer = fetch(`${server.url}/v1/sessions`, { signal: controller.signal });
    answer.catch(() => {});
    await expect.poll(() => server.requests).toHaveLength(1);
    controller.abort();

    await expect(answer).rejects.toThrow("aborted");
    await expect.poll(() => server.requests[0]?.aborted).toBe(true);
  });

  it("ends what is still open when it closes", async () => {
    const server = await start();
    server.script("GET /v1/sessions", [fault.never()]);
    const answer = fetch(`${server.url}/v1/sessions`);
    answer.catch(() => {});
    await expect.poll(() => server.requests).toHaveLength(1);
    await server.close();

    await expect(answer).rejects.toThrow(TypeError);
  });

  it("lets one origin in, and shows it the headers it was told to", async () => {
    const server = await start({ allowOrigin: "https://app.example", exposeHeaders: ["X-Id"] });
    const ask = async (origin: string) => {
      const response = await fetch(`${server.url}/v1/sessions`, {
        method: "OPTIONS",
        headers: {
          origin,
          "access-control-request-method": "GET",
          "access-control-request-headers": "x-api-key",
        },
      });
      return ["allow-origin", "expose-headers", "allow-headers"].map((name) =>
        response.headers.get(`access-control-${name}`),
      );
    };

    expect(await ask("https://app.example")).toEqual(["https://app.example", "X-Id", "x-api-key"]);
    expect(await ask("https://other.example")).toEqual([null, null, "x-api-key"]);
    expect(server.requests).toEqual([]);
  });
});
