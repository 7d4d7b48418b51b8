import { EventEmitter, once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import { apiKey } from "../../src/fetcher/credentials.ts";
import { failureOf, quietApi } from "./fake-fetch.ts";

let servers: Server[] = [];

afterEach(async () => {
  const closing = servers.map(
    (server) =>
      new Promise((closed) => {
        server.close(closed);
        server.closeAllConnections();
      }),
  );
  servers = [];
  await Promise.all(closing);
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return `http://127.0.0.1:${address.port}`;
}

const retry = { baseDelayMs: 0, random: () => 0 };

describe("over TCP", () => {
  it("a 200 that is cut in the middle is a network failure, and is asked for again", async () => {
    let requests = 0;
    const baseUrl = await serve((request, response) => {
      requests += 1;
      if (requests > 1) return response.end('{"ok":true}');
      response.writeHead(200, { "content-length": "100", "x-request-id": "req_cut" });
      response.write('{"ok":', () => request.socket.end());
    });
    const api = quietApi(fetch, { baseUrl, retry });
    expect(await failureOf(api.request("GET /v1/x", { retry: false }))).toMatchObject({
      code: "NETWORK_ERROR",
      requestId: "req_cut",
    });
    expect(await api.request("GET /v1/x")).toEqual({ ok: true });
  });

  it("an error body over 64 KiB is cut and its connection freed", async () => {
    const baseUrl = await serve((_request, response) => {
      response.writeHead(503, { "content-type": "application/json" });
      const fill = () => {
        while (!response.destroyed && response.write(`"${"x".repeat(16_384)}"`));
      };
      response.on("drain", fill);
      fill();
    });
    const api = quietApi(fetch, { baseUrl, retry: false });
    expect(await failureOf(api.request("GET /v1/x"))).toMatchObject({
      status: 503,
      code: "UNKNOWN",
      kind: "unavailable",
    });
  });

  it("a redirect to another origin takes the key nowhere", async () => {
    const keys: unknown[] = [];
    const elsewhere = await serve((request, response) => {
      keys.push(request.headers["x-api-key"]);
      response.end("{}");
    });
    const baseUrl = await serve((_request, response) => {
      response.writeHead(307, { location: `${elsewhere}/` }).end();
    });
    const api = quietApi(fetch, { baseUrl, credentials: apiKey("k") });
    expect(await failureOf(api.request("GET /v1/x"))).toMatchObject({
      code: "INVALID_RESPONSE",
      status: 307,
      attempts: 1,
    });
    expect(keys).toEqual([]);
  });

  it("an aborted request closes its connection", async () => {
    const controller = new AbortController();
    const events = new EventEmitter();
    const closed = once(events, "closed");
    const baseUrl = await serve((request) => {
      request.socket.on("close", () => events.emit("closed"));
      controller.abort();
    });
    const call = quietApi(fetch, { baseUrl }).request("GET /v1/x", { signal: controller.signal });
    expect(await failureOf(call)).toMatchObject({ code: "ABORT_ERROR" });
    await closed;
  });
});
