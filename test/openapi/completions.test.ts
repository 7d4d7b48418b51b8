import { beforeAll, describe, expect, it } from "vitest";
import { documentedCodes, ownCodes } from "../../src/error/error-code.ts";
import { completionsAtEndOf } from "../types/editor.ts";
import { generatedTypes } from "./generated-types.ts";

const routes = [
  "GET /v1/sessions",
  "POST /v1/sessions",
  "GET /v1/sessions/{sessionId}",
  "DELETE /v1/sessions/{sessionId}",
  "GET /v1/sessions/{sessionId}/messages",
  "POST /v1/sessions/{sessionId}/messages",
];
const codes = ["SEAT_LIMIT", "MESSAGE_TOO_LONG", ...documentedCodes, ...ownCodes];
const inQuery = ["cursor", "limit", "state"];

const cases: readonly [what: string, source: string, wanted: readonly string[]][] = [
  ["the route of api.request", 'api.request("', routes],
  ["the names in its query", 'api.request("GET /v1/sessions", { query: { ', inQuery],
  ["the route of a factory", 'apiQueryOptions(api, "', routes],
  ["the route of a factory for mutations", 'apiMutationOptions(api, "', routes],
  ["the route of a key", 'apiQueryKey(api, "', routes],
  ["the route of a hook", 'useApiQuery("', routes],
  ["the route of a hook with suspense", 'useApiSuspenseQuery("', routes],
  ["the route of a hook with pages", 'useApiInfiniteQuery("', routes],
  ["the route of a hook for mutations", 'useApiMutation("', routes],
  ["the names in a hook's query", 'useApiQuery("GET /v1/sessions", { query: { ', inQuery],
  ["the route's type argument", 'type Session = OutputOf<paths, "', routes],
  ["the codes of isApiError", 'isApiError(thrown, "', codes],
  ["the code of an error", 'if (isApiError(thrown) && thrown.code === "', codes],
  ["the handlers of matchError", "matchError(thrown, { ", codes],
  ["the codes of a catalog", "defineCatalog({ ", ["SEAT_LIMIT", "MESSAGE_TOO_LONG"]],
];

const imports = `
import "./register.ts";
import { apiMutationOptions, apiQueryKey, apiQueryOptions, createApi, defineCatalog, isApiError, matchError } from "react-recourse";
import { type OutputOf, useApiInfiniteQuery, useApiMutation, useApiQuery, useApiSuspenseQuery } from "react-recourse";
import type { paths } from "../generated/sessions.ts";
declare const thrown: unknown;
const api = createApi<paths>({ baseUrl: "/" });
`;

describe("an editor that knows the spec", () => {
  const offered = new Map<string, string[]>();

  beforeAll(async () => {
    await generatedTypes("sessions");
    const folder = new URL("registered/", import.meta.url).href;
    const lists = await completionsAtEndOf(
      cases.map(([, source]) => imports + source),
      folder,
    );
    // What is optional is offered with a mark.
    const names = lists.map((labels) => labels.map((label) => label.replace(/\?$/, "")));
    for (const [index, [what]] of cases.entries()) offered.set(what, names[index] ?? []);
    // The generator and the server are started, on a machine that may be busy.
  }, 60_000);

  it.each(cases)("completes %s", (what, _, wanted) => {
    expect(offered.get(what)).toEqual(expect.arrayContaining([...wanted]));
  });

  it.each(cases.filter(([what]) => /route/.test(what)))("offers nothing else for %s", (what) => {
    expect(offered.get(what)).toHaveLength(routes.length);
  });
});
