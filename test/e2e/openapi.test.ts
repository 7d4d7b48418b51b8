/** The built kit in an app that has an OpenAPI document. */
import { readdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { generatedTypes } from "../openapi/generated-types.ts";
import { codeBlocks, readmeBlockWith } from "./readme.ts";
import { typeCheck } from "./type-check.ts";

const compilerOptions = { module: "esnext", moduleResolution: "bundler" };
const packages = ["@types/react", "react", "@tanstack/react-query"];

let paths = "";

beforeAll(async () => {
  paths = await generatedTypes("sessions");
});

const check = (source: string) =>
  typeCheck({
    files: { "app.ts": source, "paths.ts": paths },
    compilerOptions,
    packages,
  });

describe("An app with an OpenAPI document", () => {
  test("is typed by what README.md tells it to write", async () => {
    const source = await readmeBlockWith("interface Register");

    expect(await check(`${source}${uses}`)).toBe("");
  });

  test("is typed by what Storybook tells it to write", async () => {
    const blocks = await codeBlocks("stories/patterns/OpenApi.mdx", "ts");
    const source = [...blocks, inStorybook].join("\n");

    expect(await check(source)).toBe("");
  });

  test("hears in one line of what is no document's types, wherever it is given", async () => {
    const said = await check(unusable);

    const wanted =
      "paths must be the interface of that name which openapi-typescript writes, with an operation in it";
    const lines = said.split("\n").filter((line) => line.includes("error TS"));
    expect(lines).toEqual([
      expect.stringContaining(`Fault<"createApi<paths>: ${wanted}">`),
      expect.stringContaining(`"Register: ${wanted}"`),
    ]);
  });

  test("gets no code for it", async () => {
    const folder = fileURLToPath(new URL("../../dist/openapi", import.meta.url));
    const files = await readdir(folder);
    expect(files.length).toBeGreaterThan(0);
    expect(files.filter((name) => !name.endsWith(".d.ts"))).toEqual([]);
  });
});

/** Whatever resolves to `any` leaves an expected error out, which is an error. */
const uses = `
import { defineCatalog, isApiError, matchError, useApiQuery } from "react-recourse";
export const name = async () => (await api.request("GET /v1/sessions/{sessionId}", { params: { sessionId: "1" } })).name;
// @ts-expect-error a misspelt route
api.request("GET /v1/session");
export const items = () => useApiQuery("GET /v1/sessions").data?.items;
// @ts-expect-error a misspelt route
useApiQuery("GET /v1/session");
// @ts-expect-error no number
export const noNumber = (): number => useApiQuery("GET /v1/sessions").data;
isApiError(null, "SEAT_LIMIT");
// @ts-expect-error a misspelt code
isApiError(null, "SEAT_LIMT");
// @ts-expect-error a misspelt code
matchError(null, { SEAT_LIMT: () => 1, _: () => 2 });
// @ts-expect-error two codes have no words
defineCatalog({});
`;

const inStorybook = `
import { isApiError, type OutputOf } from "react-recourse";
isApiError(null, "CARD_DECLINED");
export const session: OutputOf<paths, "GET /v1/sessions/{sessionId}"> = { id: "1", state: "OPEN" };
export const state = () => useSession("1").data?.state;
export const send = () => useSend().mutate({ params: { sessionId: "1" }, body: { text: "hi" } });
// @ts-expect-error no such code
isApiError(null, "CARD_DECLIND");
// @ts-expect-error no such route
useApiQuery("GET /v1/session");
`;

const unusable = `
import { createApi, useApiQuery } from "react-recourse";
export const api = createApi<{ "/v1/sessions": string }>({ baseUrl: "/" });
export const useSessions = () => useApiQuery("GET /v1/sessions");
declare module "react-recourse" {
  interface Register { paths: any }
}
`;
