/** The specs of GitHub and Figma, whole, as openapi-typescript writes them. Checked by `tsc`, never run. */
import { useQuery } from "@tanstack/react-query";
import { expectTypeOf, test } from "vitest";
import { createApi } from "../../src/fetcher/create-api.ts";
import type { CodeOf } from "../../src/openapi/code-of.ts";
import { apiQueryOptions } from "../../src/query/api-query-options.ts";
import { useApiInfiniteQuery } from "../../src/query/useApiInfiniteQuery.ts";
import { useApiMutation } from "../../src/query/useApiMutation.ts";
import { useApiQuery } from "../../src/query/useApiQuery.ts";
import type { components as FigmaParts, paths as figma } from "./generated/figma.ts";
import type { components as GithubParts, paths as github } from "./generated/github.ts";

type Issue = GithubParts["schemas"]["issue"];

const hub = createApi<github>({ baseUrl: "https://api.github.com" });
const fig = createApi<figma>({ baseUrl: "https://api.figma.com" });
const params = { owner: "octocat", repo: "hello-world" };

test("GitHub's routes, requests and answers", async () => {
  const query = { state: "open", labels: "bug", per_page: 10 } as const;
  const issues = await hub.request("GET /repos/{owner}/{repo}/issues", { params, query });
  expectTypeOf(issues).toEqualTypeOf<Issue[]>();
  const body = { title: "It breaks", labels: ["bug"] };
  expectTypeOf(
    await hub.request("POST /repos/{owner}/{repo}/issues", { params, body }),
  ).toEqualTypeOf<Issue>();
  expectTypeOf(
    await hub.request("DELETE /repos/{owner}/{repo}/labels/{name}", {
      params: { ...params, name: "bug" },
    }),
  ).toBeNull();
  expectTypeOf(await hub.request("POST /markdown", { body: { text: "*hi*" } })).toBeUnknown();

  // @ts-expect-error: a misspelt route
  hub.request("GET /repos/{owner}/{repo}/isues", { params });
  // @ts-expect-error: not one of the values
  hub.request("GET /repos/{owner}/{repo}/issues", { params, query: { state: "shut" } });
  // @ts-expect-error: no title
  hub.request("POST /repos/{owner}/{repo}/issues", { params, body: { labels: ["bug"] } });
});

test("GitHub in hooks", () => {
  const route = "GET /repos/{owner}/{repo}/issues";
  const open = useApiQuery(
    route,
    { params },
    { api: hub, select: (list) => list.map(({ title }) => title) },
  );
  expectTypeOf(open.data).toEqualTypeOf<string[] | undefined>();
  const label = { params: { ...params, name: "bug" } };
  const { data } = useQuery(apiQueryOptions(hub, "GET /repos/{owner}/{repo}/labels/{name}", label));
  expectTypeOf(data).toEqualTypeOf<GithubParts["schemas"]["label"] | undefined>();
  const pages = useApiInfiniteQuery(
    route,
    { params, pageQuery: (page: number) => ({ page }) },
    { api: hub, initialPageParam: 1, getNextPageParam: (_, all) => all.length + 1 },
  );
  expectTypeOf(pages.data?.pages).toEqualTypeOf<Issue[][] | undefined>();
  const comment = useApiMutation(
    "POST /repos/{owner}/{repo}/issues/{issue_number}/comments",
    {},
    { api: hub },
  );
  comment.mutate({ params: { ...params, issue_number: 1 }, body: { body: "Same here." } });
});

test("Figma's routes, requests and answers", async () => {
  const file = await fig.request("GET /v1/files/{file_key}", {
    params: { file_key: "abc" },
    query: { depth: 1 },
  });
  expectTypeOf(file.document).toEqualTypeOf<FigmaParts["schemas"]["DocumentNode"]>();
  useApiMutation("POST /v1/files/{file_key}/comments", {}, { api: fig }).mutate({
    params: { file_key: "abc" },
    body: { message: "Nice." },
  });
  // @ts-expect-error: the ids are required
  fig.request("GET /v1/files/{file_key}/nodes", { params: { file_key: "abc" } });
});

test("codes that are only text are none", () => {
  expectTypeOf<CodeOf<github, "GET /repos/{owner}/{repo}/code-scanning/alerts">>().toBeNever();
  expectTypeOf<CodeOf<github>>().toBeNever();
  expectTypeOf<CodeOf<figma>>().toBeNever();
});
