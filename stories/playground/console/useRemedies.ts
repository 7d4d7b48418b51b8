import { type QueryClient, useMutation } from "@tanstack/react-query";
import { useMemo } from "react";
import {
  type Api,
  type ApiError,
  apiMutationOptions,
  apiQueryKey,
  type RemedyHandlers,
} from "react-recourse";
import { Session, SessionList } from "../service/schemas.ts";
import type { Console } from "./useConsole.ts";

/** What each remedy does in this console. One that gives a promise is followed by another try of what failed. */
export function useRemedies(api: Api, client: QueryClient, console: Console): RemedyHandlers {
  const open = useMutation(
    apiMutationOptions(
      api,
      "POST /v1/sessions",
      { schema: Session },
      {
        onSuccess(session) {
          if (console.sessionId) console.outbox.move(console.sessionId, session.id);
          console.selectSession(session.id);
          return client.invalidateQueries({ queryKey: apiQueryKey(api, "GET /v1/sessions") });
        },
      },
    ),
    client,
  );
  const openSession = open.mutate;

  return useMemo(() => {
    const sessions = () => cachedSessions(api, client);

    /** The agent that the failed call was about. */
    function agentOf({ details, path = "" }: ApiError): string {
      const named = details?.["agentId"] ?? /\/agents\/([^/]+)/.exec(path)?.[1];
      if (typeof named === "string") return named;
      const sessionId = /\/sessions\/([^/]+)/.exec(path)?.[1];
      return sessions().find(({ id }) => id === sessionId)?.agentId ?? console.agentId;
    }

    function refetchOnly(route: string): void {
      client.invalidateQueries({ queryKey: apiQueryKey(api, route) });
    }

    return {
      // No promise: the failed call was for the old session, and what was written goes on in the new one.
      openSession(error) {
        const name = freeName(sessions());
        openSession({ body: { name, agentId: agentOf(error) } });
      },
      chooseModel(error) {
        refetchOnly("GET /v1/chat/models");
        return console.startTask({ kind: "chooseModel", agentId: agentOf(error), missing: [] })
          .answered;
      },
      reattachTools(error) {
        refetchOnly("GET /v1/tools");
        const missing = texts(error.details?.["toolIds"]);
        return console.startTask({ kind: "reattachTools", agentId: agentOf(error), missing })
          .answered;
      },
      completeConfig(error) {
        refetchOnly("GET /v1/agents/{agentId}");
        const missing = texts(error.details?.["missing"]);
        return console.startTask({ kind: "completeConfig", agentId: agentOf(error), missing })
          .answered;
      },
      signIn: () => console.openDialog("signIn").answered,
      requestAccess: () => console.openDialog("requestAccess").answered,
      // A change is not sent again unseen: the person looks at the latest version first.
      reload(error) {
        const reloaded = console.reloadAll();
        return error.method === "GET" ? reloaded : undefined;
      },
      goBack() {
        const others = sessions().filter(({ id }) => id !== console.sessionId);
        const next = others.find(({ state }) => state === "OPEN") ?? others[0];
        if (next) console.showAgent(next.agentId);
        console.selectSession(next?.id);
      },
    };
  }, [api, client, console, openSession]);
}

function cachedSessions(api: Api, client: QueryClient): readonly Session[] {
  const cached: unknown = client.getQueryData(apiQueryKey(api, "GET /v1/sessions", {}));
  const parsed = SessionList.safeParse(cached);
  return parsed.success ? parsed.data.items : [];
}

function freeName(sessions: readonly Session[]): string {
  const taken = new Set(sessions.map(({ name }) => name.toLowerCase()));
  const names = Array.from({ length: sessions.length + 1 }, (_, index) =>
    index === 0 ? "New session" : `New session ${index + 1}`,
  );
  return names.find((name) => !taken.has(name.toLowerCase())) ?? "New session";
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}
