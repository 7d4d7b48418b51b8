import { type AgentService, createAgentService } from "./service/agent-service.ts";

/** Where the console of every story finds its service. The domain can belong to nobody (RFC 2606). */
export const baseUrl = "https://api.parceldesk.example";

const idleTimeoutMs = 5 * 60_000;

/** By story, from its mount to its end: changing the theme renders a story again and must keep what happened in it. */
const running = new Map<string, AgentService>();

interface ServiceSpeed {
  latencyMs?: number;
  slowMs?: number;
}

interface PlayedStory {
  id: string;
  loaded: { service?: AgentService };
  msw: { use: (...handlers: AgentService["handlers"]) => void };
}

/** What a meta needs so that each of its stories has a service of its own, as new as the story. */
export function withService(speed: ServiceSpeed = {}) {
  return {
    loaders: [({ id }: { id: string }) => ({ service: openService(id, speed) })],
    beforeEach({ id, loaded, msw }: PlayedStory) {
      msw.use(...(loaded.service?.handlers ?? []));
      return () => {
        running.delete(id);
      };
    },
  };
}

function openService(storyId: string, speed: ServiceSpeed): AgentService {
  const known = running.get(storyId);
  if (known) return known;
  const service = createAgentService({
    baseUrl,
    idleTimeoutMs,
    latencyMs: 350,
    slowMs: 6_000,
    ...speed,
  });
  running.set(storyId, service);
  return service;
}
