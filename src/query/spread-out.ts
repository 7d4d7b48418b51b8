import type { ApiInternals } from "../fetcher/api.ts";

/** What an outage kept from the screen is fetched again within this time once it is over, and not all at once. */
const spreadMs = 1_000;

/** Fetches each of these again, spread over a second. */
export function spreadOut<Item>(
  { policyFor }: Pick<ApiInternals, "policyFor">,
  items: Iterable<Item>,
  fetchAgain: (item: Item) => void,
): void {
  const { random } = policyFor();
  for (const item of items) setTimeout(fetchAgain, random() * spreadMs, item);
}
