import fc from "fast-check";
import { bodyText, nastyText, toLaxBytes } from "./hostile-text.ts";
import { type RetryAfterHeader, retryAfterHeader } from "./retry-after-header.ts";

/** An answer as data, so that a counterexample can be read and shrunk; {@link toResponse} makes it real. */
export interface HostileAnswer {
  status: number;
  retryAfter: RetryAfterHeader;
  headers: Readonly<Record<string, string>>;
  body: HostileBody;
}

export interface HostileBody {
  start: string | Uint8Array<ArrayBuffer>;
  /** Bytes that are cut off its end, in the middle of a character or not. */
  cutBytes: number;
  chunkBytes: number;
  end: "close" | "silence" | Breakage;
}

type Breakage = keyof typeof breakages;

/** What a body may break with, and what a success that breaks so is. */
export const breakages = {
  TypeError: { thrown: () => new TypeError("terminated"), kind: "network" },
  AbortError: { thrown: () => new DOMException("x", "AbortError"), kind: "network" },
  ECONNRESET: {
    thrown: () => Object.assign(new Error("x"), { code: "ECONNRESET" }),
    kind: "network",
  },
  RangeError: { thrown: () => new RangeError("bug"), kind: "unexpected" },
  text: { thrown: () => "no", kind: "unexpected" },
  undefined: { thrown: () => undefined, kind: "unexpected" },
  null: { thrown: () => null, kind: "unexpected" },
  symbol: { thrown: () => Symbol("no"), kind: "unexpected" },
  frozen: { thrown: () => Object.freeze({ message: 1 }), kind: "unexpected" },
  hostile: {
    thrown: () =>
      new Proxy(
        {},
        {
          get: () => {
            throw new Error("no");
          },
        },
      ),
    kind: "unexpected",
  },
} as const;

const breakageNames: readonly Breakage[] = [
  ...(["TypeError", "AbortError", "ECONNRESET", "RangeError", "text", "undefined"] as const),
  ...(["null", "symbol", "frozen", "hostile"] as const),
];

export const anyStatus = fc.oneof(
  fc.constantFrom(...[200, 204, 301, 307, 400, 401, 403, 404, 408, 409, 422, 429]),
  fc.constantFrom(...[200, 201, 500, 502, 503, 504]),
  fc.integer({ min: 200, max: 599 }),
);

const headers = fc.dictionary(
  fc.constantFrom(
    ...["x-request-id", "request-id", "x-correlation-id", "x-trace-id", "x-amzn-requestid"],
    ...["x-ms-request-id", "traceresponse", "content-type", "content-length", "x-other"],
  ),
  fc.oneof(
    nastyText,
    fc.constantFrom(
      "req_a, req_b",
      "req_a, req_a",
      "00-4bf92f3577b34da6a3ce929d0e0e4736-d7-01",
      "text/html",
      "text/plain",
      "application/json",
      "-1",
    ),
  ),
  { noNullPrototype: true },
);

const body: fc.Arbitrary<HostileBody> = fc.record({
  start: fc.oneof(
    { weight: 8, arbitrary: bodyText },
    { weight: 2, arbitrary: fc.uint8Array() },
    { weight: 1, arbitrary: fc.constant("") },
  ),
  cutBytes: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 3 })),
  chunkBytes: fc.constantFrom(7, 100, 16_384),
  end: fc.oneof(
    { weight: 6, arbitrary: fc.constant("close" as const) },
    { weight: 1, arbitrary: fc.constant("silence" as const) },
    { weight: 2, arbitrary: fc.constantFrom(...breakageNames) },
  ),
});

export const hostileAnswer: fc.Arbitrary<HostileAnswer> = fc.record({
  status: anyStatus,
  retryAfter: retryAfterHeader,
  headers,
  body,
});

export function toBytes({ start, cutBytes }: HostileBody): Uint8Array<ArrayBuffer> {
  const bytes = typeof start === "string" ? toLaxBytes(start) : start;
  return bytes.subarray(0, Math.max(0, bytes.length - cutBytes));
}

/** Statuses with which a Response takes no body (Fetch, "null body status"). */
export function isBodiless(status: number): boolean {
  return status === 204 || status === 205 || status === 304;
}

/** A new Response for each attempt, as a server would give. An empty body that just ends is none at all. */
export function toResponse({ status, retryAfter, headers, body }: HostileAnswer): Response {
  const isEmpty = body.end === "close" && toBytes(body).length === 0;
  const stream = isEmpty || isBodiless(status) ? null : toStream(body);
  const response = new Response(stream, { status });
  const told = retryAfter.text === undefined ? {} : { "retry-after": retryAfter.text };
  return withHeaders(response, { ...headers, ...told });
}

function toStream(body: HostileBody): ReadableStream<Uint8Array> {
  const bytes = toBytes(body);
  let sent = 0;
  return new ReadableStream({
    pull(controller) {
      if (sent < bytes.length) {
        controller.enqueue(bytes.slice(sent, sent + body.chunkBytes));
        sent += body.chunkBytes;
      } else if (body.end === "close") controller.close();
      else if (body.end !== "silence") controller.error(breakages[body.end].thrown());
    },
  });
}

/** Headers that the platform's own class refuses come as React Native's would: it takes any text. */
function withHeaders(response: Response, headers: Readonly<Record<string, string>>): Response {
  try {
    for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
    return response;
  } catch {
    const lax = new Map(Object.entries(headers));
    const get = (name: string) => lax.get(name) ?? null;
    return Object.defineProperty(response, "headers", {
      value: { get, has: (name: string) => lax.has(name) },
    });
  }
}
