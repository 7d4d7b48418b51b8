import type { ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import { type ErrorOptions, errorEnvelope, usualStatus } from "./envelope.ts";
import type { Reply } from "./exchange.ts";
import { sendJson } from "./json-reply.ts";

const badGatewayPage = `<!doctype html><html><head><title>502 Bad Gateway</title></head>
<body><center><h1>502 Bad Gateway</h1></center><hr><center>nginx</center></body></html>`;

/** What a test can have a route answer, well or badly. */
export const fault = {
  /** Not a fault: a success, for the end of a script. */
  ok(body: unknown, status = 200): Reply {
    return (exchange) => sendJson(exchange, status, body);
  },

  /** The envelope, with the status the code usually has. */
  error(code: string, options: ErrorOptions = {}): Reply {
    return (exchange) =>
      sendJson(
        exchange,
        options.status ?? usualStatus(code),
        errorEnvelope(code, exchange.requestId, options),
        options.headers,
      );
  },

  /** The envelope with `GENERIC_ERROR`. */
  status(status: number): Reply {
    return fault.error("GENERIC_ERROR", { status });
  },

  /** 429, with `Retry-After` where seconds are given. */
  rateLimited(options: { retryAfterSeconds?: number } = {}): Reply {
    const { retryAfterSeconds } = options;
    const headers: Record<string, string> =
      retryAfterSeconds === undefined ? {} : { "retry-after": String(retryAfterSeconds) };
    return fault.error("GENERIC_ERROR", { status: 429, headers });
  },

  /** The connection breaks (RST) once the request has arrived. */
  resetBeforeHead(): Reply {
    return ({ hangUp }) => hangUp("reset");
  },

  /** The connection breaks (RST) after status, headers and the start of the body. */
  resetAfterHead(status = 200, start = " "): Reply {
    return ({ response, hangUp }) => {
      expectMore(response);
      response.writeHead(status, { "content-type": "application/json" });
      response.write(start, () => hangUp("reset"));
    };
  },

  /** The body ends early: shorter than its Content-Length, or `"chunked"` without its last chunk. */
  cutBody(how: "length" | "chunked" = "length", status = 200): Reply {
    return ({ response, hangUp }) => {
      const length: Record<string, string> = how === "length" ? { "content-length": "1000" } : {};
      expectMore(response);
      response.writeHead(status, { "content-type": "application/json", ...length });
      response.write('{"id":"s1","sta', () => hangUp("end"));
    };
  },

  /** A Content-Length that is not the body's. Where it is longer, the connection stays open for what never comes. */
  wrongLength(length: number, body: string, status = 200): Reply {
    return ({ response }) => {
      expectMore(response);
      response.writeHead(status, { "content-type": "application/json", "content-length": length });
      response.write(body);
      if (length <= Buffer.byteLength(body)) response.end();
    };
  },

  /** A body that says it is gzip: something else, or the first half of one. */
  brokenGzip(how: "garbage" | "half", status = 200): Reply {
    const whole = gzipSync(JSON.stringify(errorEnvelope("GENERIC_ERROR", "req_gzip")));
    const body = how === "half" ? whole.subarray(0, whole.length / 2) : "This is no gzip.";
    return ({ response }) => {
      response
        .writeHead(status, { "content-type": "application/json", "content-encoding": "gzip" })
        .end(body);
    };
  },

  /** Something that is no HTTP, in place of the answer or, `"chunk"`, after its head. */
  garbage(where: "head" | "chunk" = "head"): Reply {
    const text = "\u0000\u0001 SSH-2.0-nonsense\r\n\r\n";
    const head = "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n";
    return ({ response, hangUp }) => {
      response.socket?.write(where === "head" ? text : `${head}${text}`, () => hangUp("end"));
    };
  },

  /** A proxy's own page. */
  html502(): Reply {
    return ({ response }) => {
      response.writeHead(502, { "content-type": "text/html" }).end(badGatewayPage);
    };
  },

  /** No body, not even braces. */
  empty(status: number): Reply {
    return ({ response }) => {
      response.writeHead(status).end();
    };
  },

  redirectTo(url: string, status = 302): Reply {
    return ({ response }) => {
      response.writeHead(status, { location: url }).end();
    };
  },

  /** JSON that says it is something else, or something else that says it is JSON. */
  wrongContentType(contentType: string, body: string, status = 200): Reply {
    return ({ response }) => {
      response.writeHead(status, { "content-type": contentType }).end(body);
    };
  },

  /** Answers as `reply` does, but only after a while. */
  slow(ms: number, reply: Reply): Reply {
    return async (exchange) => {
      if (await exchange.wait(ms)) await reply(exchange);
    };
  },

  /** Answers as `reply` does, once it is released. */
  held(reply: Reply): { reply: Reply; release: () => void } {
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    const answerLater: Reply = async (exchange) => {
      await released;
      await reply(exchange);
    };
    return { reply: answerLater, release };
  },

  /** Status and headers at once, the body after a while. */
  slowBody(ms: number, body: unknown, status = 200): Reply {
    return async ({ response, wait }) => {
      response.writeHead(status, { "content-type": "application/json" }).flushHeaders();
      if (await wait(ms)) response.end(JSON.stringify(body));
    };
  },

  /** Takes the request and says nothing, until either side hangs up. */
  never(): Reply {
    return () => {};
  },
};

/** Node's fetch takes the end of an answer with `Connection: close` for its proper end, also without the last chunk. */
function expectMore(response: ServerResponse): void {
  response.shouldKeepAlive = true;
}
