import { QueryClient, QueryClientProvider, useQuery } from "@tanstack/react-query";
import { render } from "@testing-library/react";
import { type ComponentType, StrictMode, useEffect, useRef, useState } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { RecourseProvider } from "../../src/components/provider/RecourseProvider.tsx";
import { createApi } from "../../src/fetcher/create-api.ts";
import { apiQueryOptions } from "../../src/query/api-query-options.ts";
import { useApiMutation } from "../../src/query/useApiMutation.ts";
import { useApiQuery } from "../../src/query/useApiQuery.ts";
import { pass } from "./under-provider.tsx";

let tests = 0;
let warned = vi.spyOn(console, "warn");
/** The base URL of the test's APIs, of which no other test's warning has been told. */
let baseUrl = "";

beforeEach(() => {
  vi.useFakeTimers();
  warned = vi.spyOn(console, "warn").mockImplementation(() => {});
  tests += 1;
  baseUrl = `https://api-${tests}.example/`;
});
afterEach(() => {
  vi.unstubAllEnvs();
});

const fetch = async () => new Response("{}");
const make = (options: { baseUrl?: string; name?: string } = {}) =>
  createApi({ baseUrl, fetch, onError() {}, ...options });
const warnings = () => warned.mock.calls.map(([line]) => String(line));
const warning = () =>
  `[react-recourse] createApi was called 4 times within a minute for "${baseUrl}": call it once, outside of all components, since each API begins without the rate limits, the retry budget and the sessions that the last one knew of`;

/** Which render it is, starting at 1. */
interface Rendered {
  time: number;
}

/** Renders an app again and again on one client, a second apart or as far as is said. */
async function renderTimes(times: number, App: ComponentType<Rendered>, apartMs = 1_000) {
  const client = new QueryClient();
  const app = (time: number) => (
    <QueryClientProvider client={client}>
      <App time={time} />
    </QueryClientProvider>
  );
  const { rerender } = render(app(1));
  for (let time = 2; time <= times; time += 1) {
    await pass(apartMs);
    rerender(app(time));
  }
  await pass(10);
}

const refetchInterval = 500;

const apps: [string, ComponentType<Rendered>][] = [
  ["given to the provider", () => <RecourseProvider api={make()} />],
  [
    "given to the provider under StrictMode",
    () => <StrictMode>{<RecourseProvider api={make()} />}</StrictMode>,
  ],
  [
    "given to a query's hook",
    function Page() {
      useApiQuery("GET /v1/x", {}, { api: make(), refetchInterval });
      return null;
    },
  ],
  [
    "given to a mutation's hook",
    function Page({ time }) {
      const { mutate } = useApiMutation("POST /v1/x", {}, { api: make() });
      const latest = useRef(mutate);
      useEffect(() => {
        latest.current = mutate;
      }, [mutate]);
      useEffect(() => {
        if (time > 0) latest.current();
      }, [time]);
      return null;
    },
  ],
  [
    "given to a query's options",
    function Page() {
      useQuery({ ...apiQueryOptions(make(), "GET /v1/x"), refetchInterval });
      return null;
    },
  ],
  [
    "made by each of four components",
    () => [1, 2, 3, 4].map((id) => <Part key={id} route={`GET /v1/${id}`} />),
  ],
];

function Part({ route }: { route: `GET /v1/${number}` }) {
  const [api] = useState(() => make());
  useApiQuery(route, {}, { api });
  return null;
}

describe("an API that is made anew at each render", () => {
  it.each(apps)("is told of once in development where it is %s", async (_, App) => {
    await renderTimes(8, App);
    expect(warnings()).toEqual([warning()]);
  });

  it("is not told of in production", async () => {
    vi.stubEnv("NODE_ENV", "production");
    await renderTimes(8, () => <RecourseProvider api={make()} />);
    expect(warnings()).toEqual([]);
  });
});

describe("nothing is told of an API that is", () => {
  it.each<[string, ComponentType<Rendered>]>([
    [
      "kept in a state under StrictMode",
      () => (
        <StrictMode>
          <Stateful />
        </StrictMode>
      ),
    ],
    [
      "another one under each name",
      () => <RecourseProvider api={make({ name: `api ${Math.random()}` })} />,
    ],
  ])("%s", async (_, App) => {
    await renderTimes(8, App);
    expect(warnings()).toEqual([]);
  });

  it("made outside of components", async () => {
    const api = make();
    await renderTimes(8, () => <RecourseProvider api={api} />);
    expect(warnings()).toEqual([]);
  });

  it.each([1, 2])("followed by another one %d times", async (changes) => {
    const apis = Array.from({ length: changes + 1 }, () => make());
    await renderTimes(12, ({ time }) => (
      <RecourseProvider api={apis[Math.min(changes, Math.floor(time / 4))] ?? make()} />
    ));
    expect(warnings()).toEqual([]);
  });

  it("followed by another one every half a minute", async () => {
    await renderTimes(8, () => <RecourseProvider api={make()} />, 30_000);
    expect(warnings()).toEqual([]);
  });
});

function Stateful() {
  const [api] = useState(() => make());
  return <RecourseProvider api={api} />;
}
