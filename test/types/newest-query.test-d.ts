/** What TanStack Query has from 5.102 on. All else is checked with 5.89 as well. Checked by `tsc`, never run. */

import { type InfiniteData, QueryClient } from "@tanstack/react-query";
import { expectTypeOf, test } from "vitest";
import * as z from "zod/mini";
import type { Api } from "../../src/fetcher/api.ts";
import { apiInfiniteQueryOptions } from "../../src/query/api-infinite-query-options.ts";
import { apiQueryOptions } from "../../src/query/api-query-options.ts";

declare const api: Api;
const client = new QueryClient();
const Page = z.object({ items: z.array(z.string()), next: z.nullable(z.string()) });
type Page = z.infer<typeof Page>;
const request = { schema: Page };

test("query() gives what the schema says, or what was selected of it", async () => {
  const options = apiQueryOptions(api, "GET /v1/x", request);
  expectTypeOf(await client.query(options)).toEqualTypeOf<Page>();
  expectTypeOf(await client.query({ ...options, staleTime: "static" })).toEqualTypeOf<Page>();

  const select = (page: Page) => page.items.length;
  const selecting = apiQueryOptions(api, "GET /v1/x", request, { select });
  expectTypeOf(await client.query(selecting)).toEqualTypeOf<number>();
});

test("infiniteQuery() gives pages", async () => {
  const options = apiInfiniteQueryOptions(
    api,
    "GET /v1/x",
    { ...request, pageQuery: (cursor: string | null) => ({ cursor }) },
    { initialPageParam: null, getNextPageParam: (page) => page.next },
  );
  const data = await client.infiniteQuery(options);
  expectTypeOf(data).toEqualTypeOf<InfiniteData<Page, string | null>>();
});
