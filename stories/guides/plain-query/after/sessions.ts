import { useMutation, useQuery } from "@tanstack/react-query";
import { createApi, toApiError } from "react-recourse";

const baseUrl = "https://api.agntix.example";

export const api = createApi({ baseUrl });

async function send(method: string, path: string, signal?: AbortSignal) {
  const response = await api.fetch(baseUrl + path, { method, ...(signal && { signal }) });
  if (!response.ok) throw toApiError(response);
  return response.json();
}

export function useSession(id: string) {
  return useQuery<{ name: string }>({
    queryKey: ["sessions", id],
    queryFn: ({ signal }) => send("GET", `/v1/sessions/${id}`, signal),
  });
}

export function useArchiveSession(id: string) {
  return useMutation({ mutationFn: () => send("POST", `/v1/sessions/${id}/archive`) });
}
