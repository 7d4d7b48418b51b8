import { createApi, toApiError } from "react-recourse";
import { client } from "./generated/client.gen";

export const api = createApi({ baseUrl: import.meta.env.VITE_API_URL });

client.setConfig({ baseUrl: import.meta.env.VITE_API_URL, fetch: api.fetch });
client.interceptors.error.use((error, response) => toApiError(response ?? error));
