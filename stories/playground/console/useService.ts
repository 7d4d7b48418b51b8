import { createContext, useContext, useSyncExternalStore } from "react";
import type { AgentService, ServiceSnapshot } from "../service/agent-service.ts";

export const ServiceContext = createContext<AgentService | undefined>(undefined);

/** The service behind the console, for the fault panel: what an operator sees, not what an app does. */
export function useService(): AgentService & { now: ServiceSnapshot } {
  const service = useContext(ServiceContext);
  if (!service) throw new Error("useService needs an AgentConsole around it");
  const now = useSyncExternalStore(service.subscribe, service.snapshot);
  return { ...service, now };
}
