export const clientNames = [
  "bare fetch",
  "api.request",
  "api.fetch",
  "ky",
  "axios",
  "up-fetch",
  "better-fetch",
] as const;

export type ClientName = (typeof clientNames)[number];
