import { QueryClient } from "@tanstack/react-query";
import { type Api, type ApiOptions, apiKey, createApi } from "react-recourse";
import { Outbox } from "./outbox.ts";

/** Of the API client, what a story may want otherwise than the console does. */
export type ConsoleApiOptions = Pick<ApiOptions, "retry" | "timeoutMs" | "onError">;

export interface ConsoleClient {
  api: Api;
  client: QueryClient;
  outbox: Outbox;
  credentials: { apiKey: string };
}

/** Everything that lives as long as one console: two of them share nothing. */
export function createConsoleClient(
  baseUrl: string,
  firstKey: string,
  options: ConsoleApiOptions,
): ConsoleClient {
  const credentials = { apiKey: firstKey };
  const api = createApi({
    baseUrl,
    name: "console",
    credentials: apiKey(() => credentials.apiKey),
    timeoutMs: 10_000,
    ...options,
  });
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: 5_000 } } });
  return { api, client, outbox: new Outbox(), credentials };
}
