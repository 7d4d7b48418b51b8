import { type AgentService, createAgentService } from "./service/agent-service.ts";

/** Where the console of every story finds its service. The domain can belong to nobody (RFC 2606). */
export const baseUrl = "https://api.parceldesk.example";

const idleTimeoutMs = 5 * 60_000;

/** By story, from its mount to its end: changing the theme renders a story again and must keep what happened in it. */
const running = new Map<string, AgentService>();

/** Gives a story's own service, made anew by `make` at each mount. */
export function openService(
  storyId: string,
  prepare: (service: AgentService) => void = () => {},
  options: { latencyMs?: number; slowMs?: number } = {},
): AgentService {
  const known = running.get(storyId);
  if (known) return known;
  const service = createAgentService({
    baseUrl,
    idleTimeoutMs,
    latencyMs: 350,
    slowMs: 6_000,
    ...options,
  });
  prepare(service);
  running.set(storyId, service);
  return service;
}

export function closeService(storyId: string): void {
  running.delete(storyId);
}
