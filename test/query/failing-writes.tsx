/** Writes that fail, each from a component of its own, and the toasts that they become. */

import { QueryClient } from "@tanstack/react-query";
import { act, render, renderHook, screen } from "@testing-library/react";
import type { ReactNode } from "react";
import { ErrorToaster } from "../../src/components/toaster/ErrorToaster.tsx";
import type { Api } from "../../src/fetcher/api.ts";
import type { Query } from "../../src/fetcher/route.ts";
import type { ApiMutationVariables } from "../../src/query/api-mutation-options.ts";
import { useApiMutation } from "../../src/query/useApiMutation.ts";
import { createErrorToasts } from "../../src/toasts/create-error-toasts.ts";
import { json, quietApi } from "../fetcher/fake-fetch.ts";
import { pass, underProvider } from "./under-provider.tsx";

export interface Sent {
  what: string;
  key: string | null;
  signed: string | null;
}

/** A server that is down until it is told otherwise, and whose answers all have request ids of their own. */
export function world(options: Partial<Parameters<typeof quietApi>[1]> = {}) {
  const sent: Sent[] = [];
  const server: { isUp: boolean; failWith: () => Response | Promise<Response> } = {
    isUp: false,
    failWith: () => fail(sent.length),
  };
  const fetch = async (input: unknown, init: RequestInit = {}) => {
    const url = new URL(String(input));
    const headers = new Headers(init.headers);
    const body = init.body instanceof FormData ? "form" : String(init.body ?? "");
    sent.push({
      what: `${init.method} ${url.pathname}${url.search} ${body}`.trim(),
      key: headers.get("idempotency-key"),
      signed: headers.get("x-api-key"),
    });
    return server.isUp ? json({ ok: true }) : server.failWith();
  };
  const api = quietApi(fetch, { retry: false, ...options });
  return { api, sent, server, whatOf: (from = 0) => sent.slice(from).map(({ what }) => what) };
}

export const fail = (id: number, code = "DOWN") =>
  json({ error: { code, message: "m", requestId: `req_${id}` } }, { status: 500 });

export type Wrapper = ReturnType<typeof underProvider>["wrapper"];

type Route = `${"PUT" | "PATCH" | "DELETE" | "POST"} /v1/items/{id}`;

export interface Write {
  route: Route;
  variables: ApiMutationVariables<Route>;
  api?: Api;
}

/** Mutations of one client below a provider, each of a component of its own, as pages have them. */
export function page(api: Api, ui?: ReactNode, toasts = createErrorToasts()) {
  const client = new QueryClient();
  const { wrapper } = underProvider({ api, toasts }, client);
  const rendered = render(
    <>
      {ui}
      <ErrorToaster />
    </>,
    { wrapper },
  );
  const begin = (write: Write) =>
    renderHook(() => useApiMutation(write.route, {}, { api: write.api }), { wrapper }).result
      .current;
  return {
    ...rendered,
    client,
    wrapper,
    async write(...writes: Write[]) {
      for (const write of writes) {
        begin(write).mutate(write.variables);
        await pass(10);
      }
    },
  };
}

export const write = (
  method: "PUT" | "PATCH" | "DELETE" | "POST",
  more: { body?: unknown; query?: Query } = {},
  id: string | number = 1,
): Write => ({
  route: `${method} /v1/items/{id}`,
  variables: { params: { id }, ...more },
});

export const toasts = () => screen.queryAllByRole("dialog");

export async function tryAgain(order?: "oldest first") {
  const buttons = screen.queryAllByRole("button", { name: "Try again" });
  for (const button of order ? buttons.reverse() : buttons) {
    await act(async () => button.click());
    if (order) await pass(50);
  }
  await pass(50);
}
