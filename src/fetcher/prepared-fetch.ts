import { misuse } from "../error/misuse.ts";
import { placeholderPath } from "../error/placeholder-path.ts";
import type { Deadline } from "./deadline.ts";
import type { FetchInput } from "./fetch-input.ts";
import type { PreparedRequest, RequestDefaults } from "./prepared-request.ts";
import { readResponse } from "./read-response.ts";
import { isStream } from "./request-body.ts";
import { setHeaders } from "./request-headers.ts";

/** A call of `api.fetch`, made ready. */
export interface PreparedFetch {
  request: PreparedRequest<Response>;
  /**
   * The last answer, where it is no success and nothing was sent since. Its body is unread.
   * @param status of what the call ended with: an answer with another one is not what it failed with
   */
  handOverFailed(status: number | undefined): Response | undefined;
  /** Nobody reads it: its connection is given back. */
  dropFailed(): void;
}

/** An API's own name for what is behind a URL, which has the parameters in it. */
export type ToRoute = (url: URL) => string;

/**
 * Makes a call of `api.fetch` ready.
 * @param api its `headers` come below those of the call
 */
export function prepareFetch(
  { url, method, headers: given, body, signal, redirect, init }: FetchInput,
  api: RequestDefaults,
  toRoute: ToRoute | undefined,
): PreparedFetch {
  let failed: { response: Response; deadline: Deadline } | undefined;
  const isPagesFetch = api.fetch === undefined;
  const fetchNow = api.fetch ?? ((input: RequestInfo | URL, init) => fetch(input, init));
  const headers = new Headers();
  setHeaders(headers, api.headers ?? {}, "headers");
  for (const [name, value] of given) headers.set(name, value);
  const request: PreparedRequest<Response> = {
    api: api.name,
    route: `${method} ${pathOf(url, toRoute)}`,
    method,
    path: url.pathname,
    url,
    headers,
    body,
    isSentOnce: isStream(body),
    init: { ...init, redirect: redirect ?? api.redirect ?? "manual" },
    signer: api.signer,
    isUnsigned: false,
    hasIdempotencyKey: given.has("idempotency-key"),
    timeoutMs: api.timeoutMs,
    maxBytes: api.maxBytes,
    signal,
    schema: undefined,
    async read(answer) {
      const read = await readResponse(answer, redirect === "manual");
      if ("error" in read && read.response)
        failed = { response: read.response, deadline: answer.deadline };
      return read;
    },
    reading: api.reading,
    retryStatuses: api.retryStatuses,
    fetch(input, init) {
      dropFailed();
      return fetchNow(input, init);
    },
    isPagesFetch,
  };
  function dropFailed(): void {
    failed?.response.body?.cancel().catch(() => {});
    failed = undefined;
  }
  return {
    request,
    handOverFailed(status) {
      if (failed?.response.status !== status) dropFailed();
      const { response, deadline } = failed ?? {};
      if (isStream(response?.body)) deadline?.handOver(response.body);
      return response;
    },
    dropFailed,
  };
}

function pathOf(url: URL, toRoute: ToRoute | undefined): string {
  if (!toRoute) return placeholderPath(url.pathname);
  const path: unknown = toRoute(new URL(url));
  if (typeof path === "string" && /^\/[^\s?#]*$/.test(path)) return path;
  throw misuse(
    "route",
    path,
    () =>
      process.env.NODE_ENV !== "production" &&
      'must give a path such as "/v1/sessions/{sessionId}"',
  );
}
