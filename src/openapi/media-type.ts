/** `application/json`, `application/problem+json` and the like, with or without parameters. */
export type JsonType = `${string}${"/" | "+"}json${"" | `;${string}`}`;
