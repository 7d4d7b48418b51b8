import { createContext, useContext } from "react";
import type { Ask } from "./ask.ts";
import type { Outbox } from "./outbox.ts";

export type Pane = "sessions" | "conversation" | "agent" | "faults";

/** What an agent needs before it can answer. */
export interface AgentTask {
  kind: "chooseModel" | "reattachTools" | "completeConfig";
  agentId: string;
  /** Fields or ids that the service named. */
  missing: readonly string[];
  ask: Ask;
}

export interface KeyDialog {
  kind: "signIn" | "requestAccess";
  ask: Ask;
}

/** What the parts of the console share. */
export interface Console {
  sessionId: string | undefined;
  selectSession(sessionId: string | undefined): void;
  agentId: string;
  showAgent(agentId: string): void;
  /** The pane that shows where there is room for one only. */
  pane: Pane;
  /** The one in the third column. */
  sidePane: "agent" | "faults";
  openPane(pane: Pane): void;
  task: AgentTask | undefined;
  startTask(task: Omit<AgentTask, "ask">): Ask;
  endTask(): void;
  dialog: KeyDialog | undefined;
  openDialog(kind: KeyDialog["kind"]): Ask;
  closeDialog(): void;
  apiKey: string;
  changeKey(apiKey: string): void;
  /** Goes up when everything is loaded afresh: failed sections start again. */
  revision: number;
  reloadAll(): Promise<void>;
  outbox: Outbox;
}

export const ConsoleContext = createContext<Console | undefined>(undefined);

export function useConsole(): Console {
  const console = useContext(ConsoleContext);
  if (!console) throw new Error("useConsole needs an AgentConsole around it");
  return console;
}
