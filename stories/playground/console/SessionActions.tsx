import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { flushSync } from "react-dom";
import { apiQueryKey, useApi, useApiMutation } from "react-recourse";
import { Session, SessionList } from "../service/schemas.ts";
import { BlockableButton } from "./BlockableButton.tsx";
import { putInCache } from "./put-in-cache.ts";
import { useConsole } from "./useConsole.ts";

/** Nothing here handles a failure: closing and deleting are one click each, and a toast offers the next. */
export function SessionActions({ session }: { session: Session }) {
  const { selectSession } = useConsole();
  const [asking, setAsking] = useState(false);
  const keepButton = useRef<HTMLButtonElement>(null);
  const deleteButton = useRef<HTMLButtonElement>(null);
  const api = useApi();
  const client = useQueryClient();
  const params = { sessionId: session.id };
  const listKey = apiQueryKey(api, "GET /v1/sessions");

  const close = useApiMutation(
    "POST /v1/sessions/{sessionId}/close",
    { schema: Session },
    {
      async onSuccess(closed) {
        const sessionKey = apiQueryKey(api, "GET /v1/sessions/{sessionId}", { params });
        await putInCache(client, sessionKey, closed);
        client.invalidateQueries({ queryKey: listKey });
      },
    },
  );
  const remove = useApiMutation(
    "DELETE /v1/sessions/{sessionId}",
    {},
    {
      onSuccess() {
        const cached = SessionList.safeParse(
          client.getQueryData(apiQueryKey(api, "GET /v1/sessions", {})),
        );
        const others = cached.data?.items.filter(({ id }) => id !== session.id) ?? [];
        selectSession(others[0]?.id);
        client.invalidateQueries({ queryKey: listKey });
      },
    },
  );

  /** The button that was pressed gives way to another, which takes over the focus. */
  function ask(isAsked: boolean): void {
    flushSync(() => setAsking(isAsked));
    (isAsked ? keepButton : deleteButton).current?.focus();
  }

  if (asking)
    return (
      <fieldset className="pg-session-actions">
        <legend className="pg-offscreen">Delete this session for good?</legend>
        <button
          type="button"
          className="pg-button"
          data-emphasis="danger"
          onClick={() => {
            remove.mutate({ params });
            ask(false);
          }}
        >
          Delete for good
        </button>
        <button ref={keepButton} type="button" className="pg-button" onClick={() => ask(false)}>
          Keep
        </button>
      </fieldset>
    );
  return (
    <div className="pg-session-actions">
      {session.state === "OPEN" && (
        <BlockableButton blocked={close.isPending} onClick={() => close.mutate({ params })}>
          {close.isPending ? "Closing…" : "Close"}
        </BlockableButton>
      )}
      <BlockableButton ref={deleteButton} blocked={remove.isPending} onClick={() => ask(true)}>
        {remove.isPending ? "Deleting…" : "Delete"}
      </BlockableButton>
    </div>
  );
}
