import { useMutation, useQuery } from "@tanstack/react-query";
import { client } from "./client.ts";

interface Session {
  id: string;
  status: string;
}

export function useSession(id: string) {
  return useQuery({
    queryKey: ["sessions", id],
    queryFn: async ({ signal }) =>
      (await client.get<Session>(`/v1/sessions/${id}`, { signal })).data,
  });
}

export function useSendMessage(id: string) {
  return useMutation({
    mutationFn: (text: string) => client.post(`/v1/sessions/${id}/messages`, { text }),
  });
}
