/** Examples in README.md: the one that plugs in an API whose errors are GraphQL's, and Jest's config. */

import { createRequire } from "node:module";
import { transformWithOxc } from "vite";
import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { type Api, type ApiOptions, createApi, toApiError } from "../src/core.ts";
import { readmeBlocks } from "./e2e/readme.ts";
import { fakeFetch, json } from "./fetcher/fake-fetch.ts";

/** The example's own `api`, on an answer in place of the network. */
async function exampleApi(answer: Response): Promise<Api> {
  const [source = ""] = await readmeBlocks("ts");
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
