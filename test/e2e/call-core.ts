import type { Page } from "playwright";
import type { ApiErrorJson, ApiOptions, RequestOptions, Route } from "react-recourse/core";

/** What can cross from the test into the page. */
export interface CoreCall {
  baseUrl: string;
  /** Sent as `x-api-key`. */
  key?: string;
  /** Sent as `Authorization: Bearer`, in place of a key. */
  token?: string;
  api?: Pick<ApiOptions, "retry" | "timeoutMs" | "totalTimeoutMs" | "redirect">;
  route: Route;
  settings?: Pick<
    RequestOptions<string>,
    "params" | "query" | "body" | "headers" | "timeoutMs" | "idempotencyKey"
  >;
}

export interface CoreOutcome {
  value?: unknown;
  error?: ApiErrorJson;
}

/** Makes one call with `createApi` inside the page that shows the `Core` scenario. */
export function callCore(page: Page, call: CoreCall): Promise<CoreOutcome> {
  return page.evaluate(async ({ baseUrl, key, token, api: options, route, settings }) => {
    const { apiKey, bearer, createApi, toApiError } = window.core;
    const credentials = token === undefined ? apiKey(key) : bearer({ token: () => token });
    const api = createApi({ baseUrl, credentials, onError: () => {}, ...options });
    try {
      return { value: await api.request<string & Route, unknown>(route, settings) };
    } catch (thrown) {
      return { error: toApiError(thrown).toJSON() };
    }
  }, call);
}
