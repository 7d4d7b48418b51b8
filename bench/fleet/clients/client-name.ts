/** By the name that the command knows a client by, what the tables call it, in their order. */
export const clientTitles = {
  kit: "kit",
  "kit-query": "kit in Query",
  "no-retry": "no retry",
  ky: "ky",
  "axios-retry": "axios-retry",
  query: "Query",
  "p-retry": "p-retry",
  "ky-in-query": "ky in Query",
  loop: "loop of 5",
};

export type ClientName = keyof typeof clientTitles;

export function isClientName(name: string): name is ClientName {
  return Object.hasOwn(clientTitles, name);
}

export const clientNames = Object.keys(clientTitles).filter(isClientName);
