import { useSyncExternalStore } from "react";
import type { Sending } from "./outbox.ts";
import { useConsole } from "./useConsole.ts";

/** The message of a session that is on its way. */
export function useSending(sessionId: string): Sending | undefined {
  const { outbox } = useConsole();
  return useSyncExternalStore(outbox.subscribe, () => outbox.sending(sessionId));
}
