import { apiQueryOptions, createApi } from "react-recourse";

/** On the server one for each request, so that requests share nothing. */
export function newApi() {
  return createApi({ baseUrl: process.env.NEXT_PUBLIC_API_URL ?? "" });
}

export interface Session {
  id: string;
}

export function sessionOptions(api: ReturnType<typeof newApi>, sessionId: string) {
  return apiQueryOptions<"GET /v1/sessions/{sessionId}", Session>(
    api,
    "GET /v1/sessions/{sessionId}",
    { params: { sessionId } },
  );
}
