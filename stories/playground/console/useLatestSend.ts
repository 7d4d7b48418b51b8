import { type MutationState, useMutationState } from "@tanstack/react-query";
import { type ApiError, type ApiMutationVariables, useApi } from "react-recourse";
import type { Exchange } from "../service/schemas.ts";

export const sendRoute = "POST /v1/sessions/{sessionId}/messages";

type SendState = MutationState<Exchange, ApiError, ApiMutationVariables<typeof sendRoute>>;

/** How the latest message of a session fares, also when another session was looked at meanwhile. */
export function useLatestSend(sessionId: string): SendState | undefined {
  const sends = useMutationState<SendState>({
    filters: { mutationKey: [useApi().name, sendRoute] },
    select: ({ state }) => state,
  });
  return sends.findLast(({ variables }) => variables?.params.sessionId === sessionId);
}
