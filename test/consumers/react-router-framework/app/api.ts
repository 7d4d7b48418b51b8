import { apiQueryOptions, createApi, toApiError } from "react-recourse";
import { data } from "react-router";

/** On the server one for each request, so that requests share nothing. */
export const newApi = () => createApi({ baseUrl: import.meta.env.VITE_API_URL });

export interface Session {
  id: string;
}

export const sessionOptions = (api: ReturnType<typeof newApi>, sessionId: string) =>
  apiQueryOptions<"GET /v1/sessions/{sessionId}", Session>(api, "GET /v1/sessions/{sessionId}", {
    params: { sessionId },
  });

/** What a loader throws, and an action returns: of an `Error` React Router drops all in production. */
export function toData(thrown: unknown) {
  const error = toApiError(thrown);
  return data(error.toJSON(), { status: error.status ?? 500 });
}
