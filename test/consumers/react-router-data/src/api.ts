import { apiQueryOptions, createApi } from "react-recourse";

export const api = createApi({ baseUrl: import.meta.env.VITE_API_URL });

export interface Session {
  id: string;
}

export const sessionOptions = (sessionId: string) =>
  apiQueryOptions<"GET /v1/sessions/{sessionId}", Session>(api, "GET /v1/sessions/{sessionId}", {
    params: { sessionId },
  });
