import { axiosRetryClient } from "./axios-retry.ts";
import type { CreateClient } from "./client.ts";
import type { ClientName } from "./client-name.ts";
import { exponentialLoop } from "./exponential-loop.ts";
import { kit } from "./kit.ts";
import { kitQuery } from "./kit-query.ts";
import { kyClient } from "./ky.ts";
import { kyInQuery } from "./ky-in-query.ts";
import { noRetry } from "./no-retry.ts";
import { pRetryClient } from "./p-retry.ts";
import { query } from "./query.ts";

export const clients: Record<ClientName, CreateClient> = {
  kit,
  "kit-query": kitQuery,
  "no-retry": noRetry,
  ky: kyClient,
  "axios-retry": axiosRetryClient,
  query,
  "p-retry": pRetryClient,
  "ky-in-query": kyInQuery,
  loop: exponentialLoop,
};
