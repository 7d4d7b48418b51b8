import { axiosClient } from "./axios.ts";
import { bareFetch } from "./bare-fetch.ts";
import { betterFetchClient } from "./better-fetch.ts";
import type { Client, ClientOptions } from "./client.ts";
import type { ClientName } from "./client-name.ts";
import { kitFetch } from "./kit-fetch.ts";
import { kitRequest } from "./kit-request.ts";
import { kyClient } from "./ky.ts";
import { upFetch } from "./up-fetch.ts";

/** All packages are loaded with this. */
export const clients: Record<ClientName, (options: ClientOptions) => Client> = {
  "bare fetch": bareFetch,
  "api.request": kitRequest,
  "api.fetch": kitFetch,
  ky: kyClient,
  axios: axiosClient,
  "up-fetch": upFetch,
  "better-fetch": betterFetchClient,
};
