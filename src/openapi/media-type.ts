/** `application/json` and `application/problem+json`, also with parameters behind them. */
export type JsonType = `${string}${"/" | "+"}json${"" | `;${string}`}`;
