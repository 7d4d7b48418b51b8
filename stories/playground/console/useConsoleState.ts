import type { QueryClient } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { createAsk } from "./ask.ts";
import type { Outbox } from "./outbox.ts";
import type { AgentTask, Console, KeyDialog, Pane } from "./useConsole.ts";

interface Start {
  client: QueryClient;
  outbox: Outbox;
  /** What the API client signs its calls with; written here, read at each attempt. */
  credentials: { apiKey: string };
  sessionId: string;
  agentId: string;
}

/** Keeps what the console shows. Data of the service is TanStack Query's to keep. */
export function useConsoleState({ client, outbox, credentials, ...start }: Start): Console {
  const [sessionId, selectSession] = useState<string | undefined>(start.sessionId);
  const [agentId, showAgent] = useState(start.agentId);
  const [pane, setPane] = useState<Pane>("conversation");
  const [sidePane, setSidePane] = useState<"agent" | "faults">("faults");
  const [task, setTask] = useState<AgentTask>();
  const [dialog, setDialog] = useState<KeyDialog>();
  const [apiKey, setApiKey] = useState(credentials.apiKey);
  const [revision, setRevision] = useState(0);

  return useMemo(() => {
    const openPane = (opened: Pane) => {
      setPane(opened);
      if (opened === "agent" || opened === "faults") setSidePane(opened);
    };
    const reloadAll = () => {
      setRevision((current) => current + 1);
      return client.invalidateQueries();
    };
    return {
      sessionId,
      selectSession(selected) {
        selectSession(selected);
        setPane("conversation");
      },
      agentId,
      showAgent,
      pane,
      sidePane,
      openPane,
      task,
      startTask(wanted) {
        const ask = createAsk();
        task?.ask.withdraw();
        setTask({ ...wanted, ask });
        showAgent(wanted.agentId);
        openPane("agent");
        return ask;
      },
      endTask() {
        setTask(undefined);
        setPane("conversation");
      },
      dialog,
      openDialog(kind) {
        const ask = createAsk();
        setDialog({ kind, ask });
        return ask;
      },
      closeDialog: () => setDialog(undefined),
      apiKey,
      changeKey(value) {
        credentials.apiKey = value;
        setApiKey(value);
        reloadAll();
      },
      revision,
      reloadAll,
      outbox,
    };
  }, [
    client,
    outbox,
    credentials,
    sessionId,
    agentId,
    pane,
    sidePane,
    task,
    dialog,
    apiKey,
    revision,
  ]);
}
