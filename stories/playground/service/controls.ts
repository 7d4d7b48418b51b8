import type { ServiceContext } from "./endpoint.ts";
import { type Scope, scopes } from "./schemas.ts";
import { seedTools } from "./seed.ts";
import { toTime } from "./state.ts";

/** What an operator of the service could do behind the console's back. An id that does not exist is a TypeError. */
export interface ServiceControls {
  setModelEnabled(modelId: string, enabled: boolean): void;
  /** Agents keep the id: they answer TOOLS_NOT_FOUND until it is gone from them or restored here. */
  removeTool(toolId: string): void;
  restoreTool(toolId: string): void;
  /** Takes model and instructions from an agent. A PATCH with both mends it. */
  clearAgentConfig(agentId: string): void;
  /** Lets an open session's idle timeout pass at once. */
  expireSession(sessionId: string): void;
  setKeyRevoked(key: string, revoked: boolean): void;
  /** A read-only key has no scope; one that is not has all. */
  setKeyReadOnly(key: string, readOnly: boolean): void;
  /** No session can be opened, and no message answered. */
  setDownstreamDown(down: boolean): void;
  /** No message history can be read. */
  setHistoryBroken(broken: boolean): void;
  clearRateLimit(): void;
}

export function createControls(context: ServiceContext, changed: () => void): ServiceControls {
  return {
    setModelEnabled(modelId, enabled) {
      find("model", context.state.models, modelId).enabled = enabled;
      changed();
    },
    removeTool(toolId) {
      find("tool", context.state.tools, toolId);
      context.state.tools.delete(toolId);
      changed();
    },
    restoreTool(toolId) {
      const tools = new Map(seedTools.map((tool) => [tool.id, tool]));
      context.state.tools.set(toolId, find("tool", tools, toolId));
      changed();
    },
    clearAgentConfig(agentId) {
      const { state, settings } = context;
      const agent = find("agent", state.agents, agentId);
      const version = agent.version + 1;
      const updatedAt = toTime(settings.now());
      state.agents.set(agentId, { ...agent, model: null, instructions: null, version, updatedAt });
      changed();
    },
    expireSession(sessionId) {
      const { state, settings } = context;
      const session = find("session", state.sessions, sessionId);
      session.lastActiveAtMs = settings.now() - settings.idleTimeoutMs;
      changed();
    },
    setKeyRevoked(key, revoked) {
      find("key", context.state.apiKeys, key).revoked = revoked;
      changed();
    },
    setKeyReadOnly(key, readOnly) {
      const allowed: readonly Scope[] = readOnly ? [] : scopes;
      find("key", context.state.apiKeys, key).scopes = allowed;
      changed();
    },
    setDownstreamDown(down) {
      context.state.downstreamDown = down;
      changed();
    },
    setHistoryBroken(broken) {
      context.state.historyBroken = broken;
      changed();
    },
    clearRateLimit() {
      context.messageLimit.clear();
      changed();
    },
  };
}

function find<T>(what: string, items: ReadonlyMap<string, T>, id: string): T {
  const item = items.get(id);
  if (item === undefined)
    throw new TypeError(
      `the service knows no ${what} ${JSON.stringify(id)}: it has ${[...items.keys()].join(", ")}`,
    );
  return item;
}
