import type { ApiInternals } from "../fetcher/api.ts";

/** After an outage, the queries that failed or were held back are fetched again within this time, not all at once. */
const spreadMs = 1_000;

/** Calls `fetchAgain` for each item, spread over a second. */
export function spreadOut<Item>(
  { policyFor }: Pick<ApiInternals, "policyFor">,
  items: Iterable<Item>,
  fetchAgain: (item: Item) => void,
): void {
  const { random } = policyFor();
  for (const item of items) setTimeout(fetchAgain, random() * spreadMs, item);
}
