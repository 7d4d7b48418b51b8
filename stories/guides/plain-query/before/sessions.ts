import { useMutation, useQuery } from "@tanstack/react-query";

const baseUrl = "https://api.agntix.example";

async function send(method: string, path: string, signal?: AbortSignal) {
  const response = await fetch(baseUrl + path, { method, ...(signal && { signal }) });
  if (!response.ok) throw new Error(`Request failed with status ${response.status}`);
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
