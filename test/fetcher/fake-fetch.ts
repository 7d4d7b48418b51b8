import { vi } from "vitest";
import { ApiError } from "../../src/error/api-error.ts";
import { createApi } from "../../src/fetcher/create-api.ts";

type Answer = Response | Error | (() => Response | Promise<Response>);

/** What one attempt sent. */
export interface Sent {
  url: URL;
  init: RequestInit;
  headers: Headers;
}

/** A `fetch` that gives the answers in turn, the last one for good, and remembers what was sent. */
export function fakeFetch(...answers: Answer[]) {
  const sent: Sent[] = [];
  const fetch = vi.fn<typeof globalThis.fetch>(async (input, init = {}) => {
    const url = new URL(input instanceof Request ? input.url : input);
    sent.push({ url, init, headers: new Headers(init.headers) });
    const answer = answers[Math.min(sent.length, answers.length) - 1] ?? new Error("no answer");
    if (answer instanceof Error) throw answer;
    return answer instanceof Response ? answer.clone() : answer();
  });
  return { fetch, sent, last: () => sent[sent.length - 1] };
}

/** An API at api.example whose jitter is none and whose failures go unheard. */
export function quietApi(
  fetch: typeof globalThis.fetch,
  options: Partial<Parameters<typeof createApi>[0]> = {},
) {
  return createApi({
    baseUrl: "https://api.example",
    fetch,
    onError: () => {},
    ...options,
    retry: options.retry === false ? false : { random: () => 0, ...options.retry },
  });
}

export function json(body: unknown, init: ResponseInit = {}): Response {
  return new Response(JSON.stringify(body), init);
}

export function envelope(status: number, code: string, headers: Record<string, string> = {}) {
  return json({ error: { code, message: "m", requestId: "req_01" } }, { status, headers });
}

/** A fetch that never answers, and heeds its signal as the real one does. */
export function silentFetch(_input: unknown, init?: RequestInit): Promise<Response> {
  return new Promise((_, reject) => {
    const { signal } = init ?? {};
    signal?.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
}

/** An answer whose head comes and whose body never ends. */
export function endless(init: ResponseInit, start = ""): Response {
  const bytes = new TextEncoder().encode(start);
  const body = new ReadableStream({ start: (controller) => controller.enqueue(bytes) });
  return new Response(body, init);
}

/** An answer whose body breaks after its start. */
export function cut(init: ResponseInit, start: string, reason = new TypeError("terminated")) {
  let pulls = 0;
  const body = new ReadableStream({
    pull(controller) {
      pulls += 1;
      if (pulls === 1) controller.enqueue(new TextEncoder().encode(start));
      else controller.error(reason);
    },
  });
  return new Response(body, init);
}

/** A promise that is resolved from outside. */
export function pending<T>() {
  let resolve: (value: T) => void = () => {};
  const promise = new Promise<T>((resolved) => {
    resolve = resolved;
  });
  return { promise, resolve };
}

/** What a promise was rejected with. Attached at once, so that fake timers cannot leave a rejection unheard. */
export function thrownBy(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    (value) => Promise.reject(new Error(`expected a failure, got ${JSON.stringify(value)}`)),
    (thrown: unknown) => thrown,
  );
}

/** The error of a failed call, which must be an ApiError and nothing else. */
export async function failureOf(call: Promise<unknown>): Promise<ApiError> {
  const thrown = await thrownBy(call);
  if (thrown instanceof ApiError) return thrown;
  throw new Error("expected an ApiError", { cause: thrown });
}
