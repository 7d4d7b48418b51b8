import type { QueryClient, QueryKey } from "@tanstack/react-query";

/** Puts what a change was answered with in place of what a query holds. A fetch sent before the change is dropped:
 *  answered after it, it would put the old state back. */
export async function putInCache(
  client: QueryClient,
  queryKey: QueryKey,
  data: object,
): Promise<void> {
  await client.cancelQueries({ queryKey });
  client.setQueryData(queryKey, data);
}
