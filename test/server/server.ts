import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { type CorsOptions, handleCors } from "./cors.ts";
import type { Exchange, RecordedRequest, Reply } from "./exchange.ts";
import { fault } from "./fault.ts";
import { sessionsApi } from "./sessions-api.ts";

export interface ServerOptions extends CorsOptions {
  /** Requests without this `X-Api-Key` get a 401. Default: everybody is served. */
  apiKey?: string;
  /** Default: any free one. */
  port?: number;
  /** Lets connections live for more than one request, which is faster; for clients other than browsers. Default: false. */
  keepAlive?: boolean;
}

export interface TestServer {
  /** `http://127.0.0.1:port` */
  readonly url: string;
  readonly port: number;
  /** In order of arrival; preflights are apart. */
  readonly requests: readonly RecordedRequest[];
  readonly preflights: readonly RecordedRequest[];
  /** Sets the answers of `"GET /v1/sessions/s1"`, one a request; the last one repeats. */
  script(route: string, replies: readonly Reply[]): void;
  /** Forgets scripts and requests. */
  reset(): void;
  /** Ends every connection, answered or not, and frees the port. */
  close(): Promise<void>;
}

/** A real HTTP server on the loopback that answers as the API does, and misbehaves where a script says so. */
export async function startServer(options: ServerOptions = {}): Promise<TestServer> {
  const requests: RecordedRequest[] = [];
  const preflights: RecordedRequest[] = [];
  const scripts = new Map<string, Reply[]>();
  let usual = sessionsApi();

  function nextReply({ method, path, headers }: RecordedRequest): Reply {
    const script = scripts.get(`${method} ${path}`) ?? [];
    const scripted = script.length > 1 ? script.shift() : script[0];
    if (scripted) return scripted;
    const allowed = options.apiKey === undefined || headers["x-api-key"] === options.apiKey;
    return allowed ? usual : fault.error("UNAUTHORIZED");
  }

  const server = createServer(async (incoming, response) => {
    // Browsers resend a request by themselves, a POST too, when a connection they used before breaks under it. That
    // would count as the kit's doing.
    if (!options.keepAlive) response.shouldKeepAlive = false;
    const request = describeRequest(incoming);
    const exchange = openExchange(request, response);
    const isPreflight = handleCors(incoming, response, options);
    (isPreflight ? preflights : requests).push(request);
    request.body = await readBody(incoming);
    if (!isPreflight && !request.aborted) await nextReply(request)(exchange);
  });

  const port = await new Promise<number>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port ?? 0, "127.0.0.1", () => {
      const address = server.address();
      if (typeof address === "object" && address !== null) resolve(address.port);
    });
  });

  return {
    url: `http://127.0.0.1:${port}`,
    port,
    requests,
    preflights,
    script: (route, replies) => void scripts.set(route, [...replies]),
    reset() {
      scripts.clear();
      requests.length = 0;
      preflights.length = 0;
      usual = sessionsApi();
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function describeRequest(incoming: IncomingMessage): RecordedRequest {
  const { pathname, searchParams } = new URL(`http://127.0.0.1${incoming.url}`);
  const headers = Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]);
  return {
    method: incoming.method ?? "GET",
    path: pathname,
    query: searchParams,
    headers: Object.fromEntries(headers),
    body: "",
    atMs: performance.now(),
    requestId: `req_${randomUUID().replaceAll("-", "")}`,
    aborted: false,
  };
}

/** What arrived of it, where the client hung up meanwhile. */
async function readBody(incoming: IncomingMessage): Promise<string> {
  const chunks: Uint8Array[] = [];
  try {
    for await (const chunk of incoming) chunks.push(chunk);
  } catch {
    // The response's own close event tells of it.
  }
  return Buffer.concat(chunks).toString("utf8");
}

function openExchange(request: RecordedRequest, response: ServerResponse): Exchange {
  const { requestId } = request;
  response.setHeader("x-request-id", requestId);
  let hungUp = false;
  const closed = new AbortController();
  response.once("close", () => {
    request.aborted = !response.writableFinished && !hungUp;
    closed.abort();
  });
  return {
    request,
    response,
    requestId,
    hangUp(how) {
      hungUp = true;
      if (how === "reset") response.socket?.resetAndDestroy();
      else response.socket?.end();
    },
    wait: (ms) =>
      new Promise((resolve) => {
        if (closed.signal.aborted) return resolve(false);
        const timer = setTimeout(() => resolve(true), ms);
        closed.signal.addEventListener("abort", () => {
          clearTimeout(timer);
          resolve(false);
        });
      }),
  };
}
