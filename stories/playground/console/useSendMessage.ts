import { type InfiniteData, useQueryClient } from "@tanstack/react-query";
import { apiQueryKey, useApi, useApiMutation } from "react-recourse";
import { Exchange, type MessagePage } from "../service/schemas.ts";
import { useConsole } from "./useConsole.ts";
import { sendRoute } from "./useLatestSend.ts";

/** Sends what is in the composer. When that fails it is in there again, and the composer says why. */
export function useSendMessage(sessionId: string): () => void {
  const { outbox } = useConsole();
  const api = useApi();
  const client = useQueryClient();
  const params = { sessionId };

  function addToHistory({ message, answer }: Exchange): void {
    client.setQueriesData<InfiniteData<MessagePage>>(
      { queryKey: apiQueryKey(api, "GET /v1/sessions/{sessionId}/messages", { params }) },
      (history) => history && { ...history, pages: withNewest(history.pages, [answer, message]) },
    );
  }

  const { mutate } = useApiMutation(
    sendRoute,
    { schema: Exchange },
    {
      onMutate: () => outbox.sending(sessionId),
      onSuccess(exchange, _variables, sending) {
        if (sending) outbox.sent(sending);
        addToHistory(exchange);
        client.invalidateQueries({
          queryKey: apiQueryKey(api, "GET /v1/sessions/{sessionId}", { params }),
        });
      },
      onError(_error, _variables, sending) {
        if (sending) outbox.putBack(sending);
      },
      onSettled: () => client.invalidateQueries({ queryKey: apiQueryKey(api, "GET /v1/sessions") }),
    },
  );

  return () => {
    if (outbox.draft(sessionId).trim() === "" || outbox.sending(sessionId)) return;
    const { text, signal } = outbox.start(sessionId);
    const variables = { params, body: { text }, signal };
    mutate(variables);
  };
}

function withNewest(
  [newest, ...earlier]: MessagePage[],
  items: MessagePage["items"],
): MessagePage[] {
  return newest ? [{ ...newest, items: [...items, ...newest.items] }, ...earlier] : [];
}
