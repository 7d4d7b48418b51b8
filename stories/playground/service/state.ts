/** What the service remembers, and the clock and chance it lives by. */
import { type Agent, type Message, type Model, type Scope, scopes, type Tool } from "./schemas.ts";
import { keys, seedAgents, seedModels, seedSessions, seedTools } from "./seed.ts";

export interface Settings {
  /** Epoch ms. */
  now: () => number;
  /** From 0 to 1. Chooses the agent's words. */
  random: () => number;
  /** A session without a message for this long has expired. */
  idleTimeoutMs: number;
}

/** OPEN and EXPIRED differ only by the clock, so that neither is stored. */
export interface StoredSession {
  id: string;
  name: string;
  agentId: string;
  closed: boolean;
  createdAtMs: number;
  lastActiveAtMs: number;
  /** Oldest first. */
  messages: Message[];
}

export interface StoredKey {
  value: string;
  name: string;
  scopes: readonly Scope[];
  revoked: boolean;
}

export interface ServiceState {
  sessions: Map<string, StoredSession>;
  agents: Map<string, Agent>;
  models: Map<string, Model>;
  tools: Map<string, Tool>;
  apiKeys: Map<string, StoredKey>;
  downstreamDown: boolean;
  historyBroken: boolean;
  lastNumber: number;
}

/** Gives the state that the seed describes, as of now. */
export function createState({ now, idleTimeoutMs }: Settings): ServiceState {
  const nowMs = now();
  const updatedAt = toTime(nowMs);
  return {
    sessions: byId(seedSessions.map((seed) => seedSession(seed, nowMs, idleTimeoutMs))),
    agents: byId(seedAgents.map((agent) => ({ ...agent, toolIds: [...agent.toolIds], updatedAt }))),
    models: byId(seedModels.map((model) => ({ ...model }))),
    tools: byId(seedTools),
    apiKeys: new Map(
      [
        { value: keys.full, name: "Console", scopes, revoked: false },
        { value: keys.readOnly, name: "Dashboard, read only", scopes: [], revoked: false },
        { value: keys.revoked, name: "Console, replaced", scopes, revoked: true },
      ].map((key) => [key.value, key]),
    ),
    downstreamDown: false,
    historyBroken: false,
    lastNumber: 2_000,
  };
}

/** `ses_2001`: the same ids in every run. */
export function newId(state: ServiceState, prefix: string): string {
  state.lastNumber += 1;
  return `${prefix}_${state.lastNumber}`;
}

export const toTime = (epochMs: number) => new Date(epochMs).toISOString();

const byId = <T extends { id: string }>(items: readonly T[]) =>
  new Map(items.map((item) => [item.id, item]));

function seedSession(
  seed: (typeof seedSessions)[number],
  nowMs: number,
  idleTimeoutMs: number,
): StoredSession {
  const turnMs = 20_000;
  const lastActiveAtMs = seed.state === "OPEN" ? nowMs : nowMs - idleTimeoutMs;
  const createdAtMs = lastActiveAtMs - seed.texts.length * turnMs;
  return {
    id: seed.id,
    name: seed.name,
    agentId: seed.agentId,
    closed: seed.state === "CLOSED",
    createdAtMs,
    lastActiveAtMs,
    messages: seed.texts.map((text, turn) => ({
      id: `msg_${seed.id.slice(4)}_${turn + 1}`,
      sessionId: seed.id,
      role: turn % 2 === 0 ? "person" : "agent",
      text,
      createdAt: toTime(createdAtMs + (turn + 1) * turnMs),
    })),
  };
}
