import type { ApiError } from "../error/api-error.ts";
import { misuse } from "../error/misuse.ts";
import { placeholderPath } from "../error/placeholder-path.ts";
import type { Deadline } from "./deadline.ts";
import type { FetchInput } from "./fetch-input.ts";
import type { PreparedRequest, RequestDefaults } from "./prepared-request.ts";
import { readResponse } from "./read-response.ts";
import { isStream } from "./request-body.ts";
import { setHeaders } from "./request-headers.ts";

/** A prepared call of `api.fetch`. */
export interface PreparedFetch {
  request: PreparedRequest<Response>;
  /**
   * The last answer, unread, if the call's final error was read from it. A call that was answered with a 503 may end with
   * another error, such as that of a token that cannot be read for its next attempt.
   */
  handOverFailed(error: ApiError): Response | undefined;
  /** Cancels the last answer, which nobody will read, so that its connection becomes free. */
  dropFailed(): void;
}

/** Names the route of a URL, whose path contains the parameters. */
export type ToRoute = (url: URL) => string;

/**
 * Prepares a call of `api.fetch`.
 * @param api its `headers` give way to those of the call
 */
export function prepareFetch(
  { url, method, headers: given, body, signal, redirect, init }: FetchInput,
  api: RequestDefaults,
  toRoute: ToRoute | undefined,
): PreparedFetch {
  let failed: { error: ApiError; response: Response; deadline: Deadline } | undefined;
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
        failed = { error: read.error, response: read.response, deadline: answer.deadline };
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
    handOverFailed(error) {
      if (failed?.error !== error) dropFailed();
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
