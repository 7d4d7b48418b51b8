import { createServer, type Server } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ErrorKind } from "../../src/error/error-kind.ts";
import type { RetryStop } from "../../src/error/retry-stop.ts";
import type { Reply } from "../server/exchange.ts";
import { fault } from "../server/fault.ts";
import { startServer, type TestServer } from "../server/server.ts";
import { failureOf, quietApi } from "./fake-fetch.ts";

interface Fault {
  name: string;
  /** What the server does, or where there is none that could. */
  reply: Reply | keyof typeof addresses;
  code: string;
  kind: ErrorKind;
  status?: number;
  get: { attempts: number; retryStopped: RetryStop };
  post: { attempts: number; retryStopped: RetryStop };
  /** Default: far longer than the fault takes. */
  timeoutMs?: number;
}

/** No answer: a POST may have been served all the same, and is not sent again. */
const unanswered = {
  get: { attempts: 5, retryStopped: "attempts" },
  post: { attempts: 1, retryStopped: "unsafeMethod" },
} as const;

/** Answered with a status that says that trying again may help. */
const retried = { get: unanswered.get, post: unanswered.get } as const;

const final = {
  get: { attempts: 1, retryStopped: "notRetryable" },
  post: { attempts: 1, retryStopped: "notRetryable" },
} as const;

const lost = { code: "NETWORK_ERROR", kind: "network", ...unanswered } as const;
/** The server may still be at work on it. */
const late = {
  code: "TIMEOUT",
  kind: "timeout",
  timeoutMs: 150,
  get: { attempts: 1, retryStopped: "noAnswer" },
  post: { attempts: 1, retryStopped: "noAnswer" },
} as const;
const unreadable = {
  code: "INVALID_RESPONSE",
  kind: "invalidResponse",
  status: 200,
  ...final,
} as const;
const unavailable = { code: "UNKNOWN", kind: "unavailable", status: 503, ...retried } as const;

const tooLateMs = 60_000;
const page = "<!doctype html><title>Oops</title>";
const envelope = '{"error":{"code":"SESSION_NOT_FOUND","message":"m"}}';

const faults: Fault[] = [
  { name: "a reset before the head", reply: fault.resetBeforeHead(), ...lost },
  { name: "a reset after the head of a 200", reply: fault.resetAfterHead(), ...lost },
  { name: "a reset in the body of a 200", reply: fault.resetAfterHead(200, '{"id":"s'), ...lost },
  { name: "a reset in the body of a 503", reply: fault.resetAfterHead(503, "{"), ...unavailable },
  { name: "a 200 shorter than its Content-Length", reply: fault.cutBody("length"), ...lost },
  { name: "a 200 without its last chunk", reply: fault.cutBody("chunked"), ...lost },
  { name: "a 503 without its last chunk", reply: fault.cutBody("chunked", 503), ...unavailable },
  { name: "a 200 with a chunk that is none", reply: fault.garbage("chunk"), ...lost },
  { name: "something that is no HTTP", reply: fault.garbage(), ...lost },
  { name: "a head that comes too late", reply: fault.slow(tooLateMs, fault.ok({})), ...late },
  { name: "a body that comes too late", reply: fault.slowBody(tooLateMs, {}), ...late },
  {
    name: "a body of a 503 that comes too late",
    reply: fault.slowBody(tooLateMs, {}, 503),
    ...late,
    ...retried,
    status: 503,
    // Its head has to come in time.
    timeoutMs: 400,
  },
  { name: "a server that takes the request and falls silent", reply: fault.never(), ...late },
  { name: "a server that accepts the connection and falls silent", reply: "silent", ...late },
  {
    name: "a Content-Length longer than the body",
    reply: fault.wrongLength(100, '{"id":"s1"}'),
    ...late,
  },
  {
    name: "a Content-Length shorter than the body",
    reply: fault.wrongLength(5, '{"id":"s1"}'),
    ...unreadable,
  },
  {
    name: "a Content-Length shorter than the body of a 503",
    reply: fault.wrongLength(5, envelope, 503),
    ...unavailable,
  },
  {
    name: "HTML labelled JSON",
    reply: fault.wrongContentType("application/json", page),
    ...unreadable,
  },
  {
    name: "a 502 with HTML labelled JSON",
    reply: fault.wrongContentType("application/json", page, 502),
    ...unavailable,
    status: 502,
  },
  {
    name: "a 404 with an envelope labelled text",
    reply: fault.wrongContentType("text/plain", envelope, 404),
    code: "SESSION_NOT_FOUND",
    kind: "notFound",
    status: 404,
    ...final,
  },
  {
    name: "a 500 without a body",
    reply: fault.empty(500),
    code: "UNKNOWN",
    kind: "serverError",
    status: 500,
    ...retried,
  },
  {
    name: "a status of 999",
    reply: fault.empty(999),
    code: "UNKNOWN",
    kind: "serverError",
    status: 999,
    ...final,
  },
  { name: "a 200 whose gzip is none", reply: fault.brokenGzip("garbage"), ...lost },
  {
    name: "a 503 whose gzip is none",
    reply: fault.brokenGzip("garbage", 503),
    ...unavailable,
  },
  // Node's fetch takes the end of half a gzip for its proper end, so that half a text is all there is to see.
  { name: "a 200 whose gzip is cut", reply: fault.brokenGzip("half"), ...unreadable },
  { name: "a 503 whose gzip is cut", reply: fault.brokenGzip("half", 503), ...unavailable },
  { name: "a refused connection", reply: "refusing", ...lost },
  { name: "a host without an address", reply: "nowhere", ...lost },
];

const addresses = { silent: "", refusing: "", nowhere: "http://nowhere.invalid" };

let server: TestServer;
let silent: Server;

beforeAll(async () => {
  server = await startServer();
  const gone = await startServer();
  await gone.close();
  addresses.refusing = gone.url;
  silent = createServer();
  await new Promise<void>((listening) => silent.listen(0, "127.0.0.1", listening));
  const address = silent.address();
  addresses.silent = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
});

afterAll(async () => {
  silent.close();
  await server.close();
  console.log(writeTable());
});

/** What really came out, by method and fault. */
const came = { GET: new Map<string, string>(), POST: new Map<string, string>() };

/** The run's own record of what each fault turns into. */
function writeTable(): string {
  const cells = ({ name }: Fault) => [name, came.GET.get(name) ?? "", came.POST.get(name) ?? ""];
  const rows = [["fault", "GET", "POST"], ...faults.map(cells)];
  const widths = [0, 1, 2].map((column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  const write = (row: readonly string[]) =>
    row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ");
  return rows.map((row) => write(row).trimEnd()).join("\n");
}

function rowsFor(method: "get" | "post"): [string, string, string, Fault][] {
  return faults.map((fault) => {
    const { attempts } = fault[method];
    return [fault.name, fault.code, attempts === 1 ? "1 attempt" : `${attempts} attempts`, fault];
  });
}

/** Every fault has a path of its own, so that they can be asked for at the same time. */
async function ask(method: "GET" | "POST", { name, reply, timeoutMs = 10_000 }: Fault) {
  const path = `/${name.replaceAll(" ", "-")}` as const;
  const isServed = typeof reply !== "string";
  if (isServed) server.script(`${method} ${path}`, [reply]);
  let sent = 0;
  const countedFetch: typeof fetch = (...args) => {
    sent += 1;
    return fetch(...args);
  };
  const api = quietApi(countedFetch, {
    baseUrl: isServed ? server.url : addresses[reply],
    timeoutMs,
    retry: { baseDelayMs: 0, maxDelayMs: 0, budget: false, shareEvidence: false },
  });
  const error = await failureOf(api.request(`${method} ${path}`));
  came[method].set(name, `${error.code} ${error.status ?? "-"}, sent ${sent}x`);
  return { error, sent };
}

// At the same time, for some take as long as a time limit does, and five times that.
describe.concurrent("over TCP", { timeout: 20_000 }, () => {
  it.each(rowsFor("get"))("%s comes out as %s after %s", async (_name, _code, _attempts, fault) => {
    const { code, kind, status, get } = fault;
    const { error, sent } = await ask("GET", fault);
    expect(error).toMatchObject({ code, kind, status, ...get });
    expect(sent).toBe(get.attempts);
  });

  it.each(rowsFor("post"))(
    "%s comes out of a POST as %s after %s",
    async (_name, _code, _attempts, fault) => {
      const { code, kind, status, post } = fault;
      const { error, sent } = await ask("POST", fault);
      expect(error).toMatchObject({ code, kind, status, ...post });
      expect(sent).toBe(post.attempts);
    },
  );

  it("JSON labelled text comes out as its value", async () => {
    server.script("GET /text", [fault.wrongContentType("text/plain", '{"id":"s1"}')]);
    const api = quietApi(fetch, { baseUrl: server.url });
    expect(await api.request("GET /text")).toEqual({ id: "s1" });
  });
});
