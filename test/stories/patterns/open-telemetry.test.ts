/** The recipe of the Storybook page Reporting, on OpenTelemetry's own SDK. */
import { propagation, SpanKind, SpanStatusCode, trace } from "@opentelemetry/api";
import { W3CTraceContextPropagator } from "@opentelemetry/core";
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  SimpleSpanProcessor,
} from "@opentelemetry/sdk-trace-base";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { createApi } from "../../../src/fetcher/create-api.ts";
import { recordFailure, tracedFetch } from "../../../stories/patterns/reporting/open-telemetry.ts";
import { failureOf, json } from "../../fetcher/fake-fetch.ts";

const baseUrl = "https://api.example";
const secret = "hush_8c1f";
const route = "GET /v1/sessions/{sessionId}";

const exporter = new InMemorySpanExporter();

beforeAll(() => {
  const spanProcessors = [new SimpleSpanProcessor(exporter)];
  trace.setGlobalTracerProvider(new BasicTracerProvider({ spanProcessors }));
  propagation.setGlobalPropagator(new W3CTraceContextPropagator());
});
afterAll(() => {
  trace.disable();
  propagation.disable();
});
beforeEach(() => exporter.reset());

const failed = (status: number) =>
  json({ error: { code: "GENERIC_ERROR", message: secret } }, { status });

/** An API whose server gives these answers in turn and, where it traces, names the trace in them. */
function apiOf(answers: readonly (Response | Error)[], { isTraced = true } = {}) {
  const sent: Request[] = [];
  vi.stubGlobal("fetch", async (url: string, init: RequestInit) => {
    const request = new Request(url, init);
    const answer = answers[sent.push(request) - 1];
    if (!(answer instanceof Response)) throw answer;
    const traceparent = isTraced ? request.headers.get("traceparent") : null;
    if (traceparent !== null) answer.headers.set("traceresponse", traceparent);
    return answer;
  });
  const api = createApi({
    baseUrl,
    fetch: tracedFetch(baseUrl),
    onError: recordFailure,
    retry: { baseDelayMs: 0, maxAttempts: 2 },
  });
  const ask = () => api.request(route, { params: { sessionId: secret }, query: { key: secret } });
  return { api, ask, sent };
}

const spans = () => exporter.getFinishedSpans();

describe("an attempt", () => {
  it("is a client's span whose context goes along with the request", async () => {
    const { ask, sent } = apiOf([json("Ann")]);
    await ask();
    const [span, ...others] = spans();
    expect(others).toEqual([]);
    expect(span).toMatchObject({
      name: "GET",
      kind: SpanKind.CLIENT,
      status: { code: SpanStatusCode.UNSET },
      attributes: {
        "http.request.method": "GET",
        "http.response.status_code": 200,
        "server.address": "api.example",
        "server.port": 443,
      },
    });
    const { traceId, spanId } = span?.spanContext() ?? {};
    expect(sent[0]?.headers.get("traceparent")).toBe(`00-${traceId}-${spanId}-01`);
    expect(sent[0]?.headers.get("accept")).toContain("application/json");
  });

  it("has failed where its status or the network says so", async () => {
    const { ask } = apiOf([failed(503), new TypeError("Failed to fetch")]);
    const error = await failureOf(ask());
    expect(error).toMatchObject({ code: "NETWORK_ERROR", attempts: 2 });
    expect(spans().slice(0, 2)).toMatchObject([
      { status: { code: SpanStatusCode.ERROR }, attributes: { "error.type": "503" } },
      { status: { code: SpanStatusCode.ERROR }, attributes: { "error.type": "TypeError" } },
    ]);
  });

  it("of another origin is none, and sends nothing of it there", async () => {
    const { api, sent } = apiOf([json("file")]);
    await api.fetch("https://api.example.evil/file");
    expect(spans()).toEqual([]);
    expect(sent[0]?.headers.has("traceparent")).toBe(false);
  });
});

describe("a call that failed", () => {
  it("is a span with code, route and status under its last attempt, whose trace id is its request id", async () => {
    const { ask } = apiOf([failed(500), failed(500)]);
    const error = await failureOf(ask());
    const [, last, span, ...others] = spans();
    expect(others).toEqual([]);
    expect(error.requestId).toBe(last?.spanContext().traceId);
    expect(span).toMatchObject({
      name: route,
      status: { code: SpanStatusCode.ERROR },
      parentSpanContext: { spanId: last?.spanContext().spanId },
      attributes: {
        "error.type": "GENERIC_ERROR",
        "http.request.method": "GET",
        "http.request.resend_count": 1,
        "http.response.status_code": 500,
        "url.template": "/v1/sessions/{sessionId}",
        "app.request_id": error.requestId,
      },
      events: [
        {
          name: "exception",
          attributes: {
            "exception.type": "GENERIC_ERROR",
            "exception.message": `${route} (500)`,
          },
        },
      ],
    });
  });

  it("is a trace of its own where the server does not trace", async () => {
    const { ask } = apiOf([failed(500), failed(500)], { isTraced: false });
    await failureOf(ask());
    expect(spans()[2]?.parentSpanContext).toBeUndefined();
  });

  it("tells of nothing secret, nor do its attempts", async () => {
    const { ask } = apiOf([failed(500), failed(500)]);
    await failureOf(ask());
    const told = spans().map(({ name, attributes, events, status }) => ({
      name,
      attributes,
      events,
      status,
    }));
    expect(told).toHaveLength(3);
    expect(JSON.stringify(told)).not.toContain(secret);
  });
});
