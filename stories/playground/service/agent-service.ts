import type { HttpHandler } from "msw";
import type { MockRoute } from "react-recourse/msw";
import { agentEndpoints } from "./agents.ts";
import { meEndpoints } from "./auth.ts";
import { CallLog, type LoggedCall } from "./call-log.ts";
import { createControls, type ServiceControls } from "./controls.ts";
import type { Endpoint, ServiceContext } from "./endpoint.ts";
import { FaultQueue, type QueuedFault } from "./faults.ts";
import { messageEndpoints } from "./messages.ts";
import { modelEndpoints } from "./models.ts";
import { RateLimit, type RateLimitOptions } from "./rate-limit.ts";
import type { Agent, Model, Session, Tool } from "./schemas.ts";
import { keys, seedTools } from "./seed.ts";
import { serve } from "./serve.ts";
import { listSessions, sessionEndpoints } from "./sessions.ts";
import { createState, type Settings, type StoredKey } from "./state.ts";
import { toolEndpoints } from "./tools.ts";

export interface AgentServiceOptions extends Partial<Settings> {
  /** Where the service is. Default `"*"`: any origin. */
  baseUrl?: string;
  /** For each key. Default 5 in 10 000 ms. */
  messageLimit?: RateLimitOptions;
  /** How long every answer takes. Default 0. */
  latencyMs?: number;
  /** How long a `slow` fault holds a call back. Default 8 000. */
  slowMs?: number;
}

/**
 * The service at the latest change, and the same object until the next, as `useSyncExternalStore` needs it. A session
 * that expires by the clock alone is no change: `GET /v1/sessions` tells of it.
 */
export interface ServiceSnapshot {
  sessions: readonly Session[];
  agents: readonly Agent[];
  models: readonly Model[];
  tools: readonly (Tool & { removed: boolean })[];
  keys: readonly (StoredKey & { readOnly: boolean })[];
  downstreamDown: boolean;
  historyBroken: boolean;
  faults: readonly QueuedFault[];
  /** The latest 100, newest last. */
  calls: readonly LoggedCall[];
}

export interface AgentService {
  /** For MSW's `setupServer` and `setupWorker`. */
  readonly handlers: readonly HttpHandler[];
  /** Every route, to limit a fault to. */
  readonly routes: readonly MockRoute[];
  readonly keys: typeof keys;
  readonly faults: FaultQueue;
  readonly controls: ServiceControls;
  snapshot(): ServiceSnapshot;
  /** Hears of every call, answer, fault and control. Gives the function that ends it. */
  subscribe(listener: () => void): () => void;
  /** Back to the seed: faults, calls and rate limits are forgotten. */
  reset(): void;
}

/**
 * A service that an agent console talks to: it keeps sessions, agents and messages in memory, holds to the rules of the
 * Agntix API's error reference, and breaks on demand. It never retries, and never fails by chance.
 */
export function createAgentService(options: AgentServiceOptions = {}): AgentService {
  const settings: Settings = {
    // Looked up at each call, so that a test's fake clock is seen.
    now: options.now ?? (() => Date.now()),
    random: options.random ?? Math.random,
    idleTimeoutMs: options.idleTimeoutMs ?? 60_000,
  };
  const context: ServiceContext = {
    settings,
    messageLimit: new RateLimit(options.messageLimit ?? { count: 5, windowMs: 10_000 }),
    state: createState(settings),
  };
  const listeners = new Set<() => void>();
  let latest: ServiceSnapshot | undefined;
  function changed(): void {
    latest = undefined;
    for (const listener of listeners) listener();
  }

  const faults = new FaultQueue(changed);
  const calls = new CallLog(changed);
  const { baseUrl = "*", latencyMs = 0, slowMs = 8_000 } = options;
  const endpoints: Endpoint[] = [
    ...sessionEndpoints(context),
    ...messageEndpoints(context),
    ...modelEndpoints(context),
    ...toolEndpoints(context),
    ...agentEndpoints(context),
    ...meEndpoints(),
  ];

  return {
    handlers: endpoints.map((endpoint) =>
      serve(endpoint, { context, faults, calls, baseUrl, latencyMs, slowMs }),
    ),
    routes: endpoints.map(({ route }) => route),
    keys,
    faults,
    controls: createControls(context, changed),
    snapshot() {
      latest ??= takeSnapshot(context, faults, calls);
      return latest;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    reset() {
      context.state = createState(settings);
      context.messageLimit.clear();
      faults.clear();
      calls.clear();
    },
  };
}

function takeSnapshot(
  context: ServiceContext,
  faults: FaultQueue,
  calls: CallLog,
): ServiceSnapshot {
  const { agents, models, tools, apiKeys, downstreamDown, historyBroken } = context.state;
  return {
    sessions: listSessions(context),
    agents: [...agents.values()],
    models: [...models.values()].map((model) => ({ ...model })),
    tools: seedTools.map((tool) => ({ ...tool, removed: !tools.has(tool.id) })),
    keys: [...apiKeys.values()].map((key) => ({ ...key, readOnly: key.scopes.length === 0 })),
    downstreamDown,
    historyBroken,
    faults: faults.pending(),
    calls: calls.list(),
  };
}
