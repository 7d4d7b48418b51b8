/** Examples in README.md: the one that plugs in an API whose errors are GraphQL's, Jest's config, and what routers are given. */

import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { QueryClient } from "@tanstack/react-query";
import axios from "axios";
import { transformWithOxc } from "vite";
import { describe, expect, it, vi } from "vitest";
import * as z from "zod/mini";
import { type Api, type ApiOptions, createApi, toApiError } from "../src/core.ts";
import { queryDefaults } from "../src/query/query-defaults.ts";
import { readmeBlocks, readmeBlockWith } from "./e2e/readme.ts";
import { fakeFetch, json } from "./fetcher/fake-fetch.ts";

/** The example's own `api`, on an answer in place of the network. */
async function exampleApi(answer: Response): Promise<Api> {
  const source = await readmeBlockWith("readError({ body })");
  const { code } = await transformWithOxc(source.replace(/^import .*$/gm, ""), "readme.ts");
  const { fetch } = fakeFetch(answer);
  const create = (options: ApiOptions) =>
    createApi({ ...options, fetch, onError: () => {}, retry: { baseDelayMs: 0 } });
  return new Function("createApi", "z", `${code}; return api;`)(create, z);
}

const ask = async (answer: Response) => (await exampleApi(answer)).request("POST /graphql");

const failed = (code: string) =>
  json({ data: null, errors: [{ message: "No.", extensions: { code, requestId: "req_g" } }] });

describe("the GraphQL example", () => {
  it("makes an ApiError of errors that come with a 200", async () => {
    const error = await ask(failed("UNAUTHENTICATED")).catch(toApiError);
    expect(error).toMatchObject({
      code: "UNAUTHENTICATED",
      kind: "unauthorized",
      message: "No.",
      requestId: "req_g",
      status: 200,
      attempts: 1,
    });
  });

  it("retries what the server calls its own fault", async () => {
    const error = await ask(failed("INTERNAL_SERVER_ERROR")).catch(toApiError);
    expect(error).toMatchObject({ kind: "serverError", attempts: 5 });
  });

  it("knows a code that it has no kind for, and gives data as it is", async () => {
    const error = await ask(failed("NO_SEATS")).catch(toApiError);
    expect(error).toMatchObject({ code: "NO_SEATS", kind: "clientError" });
    expect(await ask(json({ data: { me: "Ann" } }))).toEqual({ data: { me: "Ann" } });
  });
});

it("Jest's config is the one that npm run test:consumers runs Jest with", async () => {
  const [source = ""] = await readmeBlocks("js");
  const shown = { exports: {} };
  new Function("module", source)(shown);

  const run = createRequire(import.meta.url)("./consumers/jest/jest.config.js");
  expect(shown.exports).toEqual(run);
});

/** Without white space, which a formatter sets otherwise. */
const squeezed = (text: string) => text.replace(/\s/g, "");

const consumers = fileURLToPath(new URL("consumers", import.meta.url));

/** All that those apps say whose folder's name begins so. */
function sourcesOf(name: string): string {
  const isOne = new RegExp(`^${name}[\\w-]*/.*\\.tsx?$`);
  return readdirSync(consumers, { recursive: true, encoding: "utf8" })
    .filter((path) => isOne.test(path.replaceAll("\\", "/")))
    .map((path) => squeezed(readFileSync(join(consumers, path), "utf8")))
    .join("\n");
}

it("what routers are given stands so in the apps that npm run test:consumers drives", () => {
  const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
  const [, rows = ""] = /## In a router\n.*?\n\| --- \| --- \|\n(.*?)\n\n/s.exec(readme) ?? [];
  let app = "";
  const lines = rows.split("\n").flatMap((row) => {
    const [, router = "", text = ""] = row.split(/\| | \|/);
    // A row that begins with "…" is of the router above it.
    if (!router.startsWith("…")) app = router.toLowerCase().replaceAll(" ", "-");
    const code = [...text.matchAll(/`([^`]+)`/g)].map(([, span = ""]) => span);
    return code.filter((span) => span.includes(" ")).map((span) => ({ app, span }));
  });
  expect(lines.length).toBeGreaterThan(8);
  const missing = lines.filter(({ app, span }) => !sourcesOf(app).includes(squeezed(span)));
  expect(missing).toEqual([]);
});

it("the example with axios sends a call five times and no more, and shows the last answer's id", async () => {
  vi.useFakeTimers();
  const source = await readmeBlockWith("axios.create");
  const { code } = await transformWithOxc(source.replace(/^import .*$/gm, ""), "readme.ts");
  let requests = 0;
  const fetch = vi.fn(async () => {
    requests += 1;
    return json({ error: { code: "BROKEN", requestId: `req_${requests}` } }, { status: 500 });
  });
  const create = (options: ApiOptions) => createApi({ ...options, fetch, onError: () => {} });
  const names = ["createApi", "axios", "queryDefaults", "QueryClient"];
  const example = new Function(...names, `${code}; return { client, queryClient };`);
  const { client, queryClient } = example(create, axios, queryDefaults, QueryClient);
  const queryFn = () => client.get("/v1/sessions/ses_1");
  const failed = queryClient.fetchQuery({ queryKey: ["session"], queryFn }).catch(toApiError);
  await vi.advanceTimersByTimeAsync(60_000);
  vi.useRealTimers();
  expect(await failed).toMatchObject({ code: "BROKEN", requestId: "req_5", attempts: 5 });
  expect(fetch).toHaveBeenCalledTimes(5);
});
