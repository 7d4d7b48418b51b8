// @vitest-environment node
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import {
  dehydrate,
  HydrationBoundary,
  QueryClient,
  QueryClientProvider,
} from "@tanstack/react-query";
import { createElement } from "react";
import { renderToString } from "react-dom/server";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { ErrorCard } from "../../src/components/card/ErrorCard.tsx";
import { RecourseProvider } from "../../src/components/provider/RecourseProvider.tsx";
import { OfflineNotice } from "../../src/components/status/OfflineNotice.tsx";
import { RetryStatus } from "../../src/components/status/RetryStatus.tsx";
import { ServiceNotice } from "../../src/components/status/ServiceNotice.tsx";
import { ErrorToaster } from "../../src/components/toaster/ErrorToaster.tsx";
import { ApiError } from "../../src/error/api-error.ts";
import { apiKey } from "../../src/fetcher/credentials.ts";
import { apiMutationOptions } from "../../src/query/api-mutation-options.ts";
import { apiQueryKey } from "../../src/query/api-query-key.ts";
import { apiQueryOptions } from "../../src/query/api-query-options.ts";
import { useApiQuery } from "../../src/query/useApiQuery.ts";
import { envelope, failureOf, fakeFetch, json, quietApi } from "../fetcher/fake-fetch.ts";

beforeEach(() => {
  vi.useFakeTimers();
});

describe("on a server, where there is no window", () => {
  it("a query is not retried", async () => {
    expect(typeof window).toBe("undefined");
    const { fetch } = fakeFetch(envelope(503, "X"), json("ok"));
    const done = new QueryClient().fetchQuery(apiQueryOptions(quietApi(fetch), "GET /v1/x"));
    const error = failureOf(done);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(fetch).toHaveBeenCalledTimes(1);
    expect(await error).toMatchObject({ code: "X", attempts: 1, retryStopped: "disabled" });
  });

  it("a query is not retried either where its own retry asks for it", async () => {
    const { fetch } = fakeFetch(envelope(503, "X"), json("ok"));
    const options = apiQueryOptions(quietApi(fetch), "GET /v1/x", {}, { retry: 3 });
    const error = failureOf(new QueryClient().fetchQuery(options));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await error).toMatchObject({ attempts: 1 });
  });

  it("a mutation is not retried", async () => {
    const { fetch } = fakeFetch(envelope(503, "X"), json("ok"));
    const client = new QueryClient();
    const options = apiMutationOptions(quietApi(fetch), "PUT /v1/x");
    const error = failureOf(client.getMutationCache().build(client, options).execute(undefined));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await error).toMatchObject({ attempts: 1, retryStopped: "disabled" });
  });

  it("a bare request is retried, as anywhere", async () => {
    const { fetch } = fakeFetch(envelope(503, "X"), json("ok"));
    const done = quietApi(fetch).request("GET /v1/x");
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await done).toBe("ok");
  });

  it("every component renders", () => {
    const api = quietApi(fakeFetch(json({})).fetch);
    const Status = () => createElement(RetryStatus, { of: useApiQuery("GET /v1/x") });
    const html = renderToString(
      createElement(
        RecourseProvider,
        { api },
        createElement(ErrorCard, { error: new Error("e"), onRetry: () => {} }),
        createElement(Status),
        createElement(OfflineNotice),
        createElement(ServiceNotice),
        createElement(ErrorToaster),
      ),
    );
    expect(html).toContain("This didn’t work as it should");
    expect(html).toContain('role="status"');
  });
});

const everything = { shouldDehydrateQuery: () => true };

const Outcome = ({ route }: { route: `GET /${string}` }) => {
  const { data, error } = useApiQuery(route, {}, { retryOnMount: false });
  return createElement("p", {}, JSON.stringify(data ?? error));
};

/** What one visitor is answered: an API and a client of their own, two queries of which one fails, and their page. */
async function servePage(visitor: string, backend: typeof fetch) {
  const onError = () => {};
  const api = quietApi(backend, { credentials: apiKey(() => visitor), onError });
  const client = new QueryClient();
  const routes = ["GET /v1/profile", "GET /v1/gone"] as const;
  await Promise.all(routes.map((route) => client.prefetchQuery(apiQueryOptions(api, route))));
  const state = dehydrate(client, everything);
  const tree = createElement(
    QueryClientProvider,
    { client },
    createElement(
      RecourseProvider,
      { api },
      routes.map((route) => createElement(Outcome, { key: route, route })),
    ),
  );
  return { api, client, onError, state: JSON.stringify(state), html: renderToString(tree) };
}

/** Answers each with what belongs to the one whose key came along, some sooner than others. */
const backend: typeof fetch = async (input, init) => {
  const visitor = new Headers(init?.headers).get("x-api-key") ?? "nobody";
  await new Promise((answered) => setTimeout(answered, Number(visitor.split("-")[1]) % 7));
  return new URL(String(input)).pathname === "/v1/gone"
    ? json({ error: { code: "GONE", requestId: `req_${visitor}` } }, { status: 404 })
    : json({ name: visitor });
};

describe("a server that renders for many at a time", () => {
  const visitors = Array.from({ length: 50 }, (_, index) => `visitor-${index}`);

  it("tells each of 50 their own answers, request ids and nothing else", async () => {
    const pages = Promise.all(visitors.map((visitor) => servePage(visitor, backend)));
    await vi.advanceTimersByTimeAsync(100);
    const named = (text: string) => [...text.matchAll(/(?:req_)?visitor-\d+/g)].map(String);
    const told = (await pages).map(({ html, state }) => [named(html), new Set(named(state))]);
    expect(told).toEqual(
      visitors.map((visitor) => [
        [visitor, `req_${visitor}`],
        new Set([visitor, `req_${visitor}`]),
      ]),
    );
  });

  it("keeps nothing of a page that has been sent", async () => {
    vi.useRealTimers();
    const kept = await Promise.all(
      visitors.map(async (visitor) => {
        const { api, client, onError } = await servePage(visitor, backend);
        const error = client.getQueryState(apiQueryKey(api, "GET /v1/gone", {}))?.error;
        if (!error) throw new Error("the page's query has not failed");
        return [api, client, onError, error].map((part) => new WeakRef<object>(part));
      }),
    );
    setFlagsFromString("--expose-gc");
    const collect: () => void = runInNewContext("gc");
    const left = () => {
      collect();
      return kept.flat().filter((part) => part.deref() !== undefined).length;
    };
    await vi.waitFor(() => expect(left()).toBe(0), { timeout: 5_000 });
  });

  it("renders the failure of a query that came as JSON as what it was", async () => {
    const { state, api } = await failedPage();
    const Page = () => {
      const { error } = useApiQuery("GET /v1/gone", {}, { retryOnMount: false });
      return createElement("p", {}, error instanceof ApiError ? error.requestId : "a copy");
    };
    const html = renderToString(
      createElement(
        RecourseProvider,
        { api },
        createElement(HydrationBoundary, { state: JSON.parse(state) }, createElement(Page)),
      ),
    );
    expect(html).toBe("<p>req_visitor-0</p>");
  });
});

async function failedPage() {
  const page = servePage("visitor-0", backend);
  await vi.advanceTimersByTimeAsync(100);
  return page;
}
