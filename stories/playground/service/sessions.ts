import * as z from "zod/mini";
import { requireWorkingAgent } from "./agents.ts";
import { created, type Endpoint, noContent, ok, type ServiceContext } from "./endpoint.ts";
import { duplicateName, invalidFields, Refusal } from "./refusal.ts";
import { readBody } from "./request-body.ts";
import type { Session } from "./schemas.ts";
import { newId, type StoredSession, toTime } from "./state.ts";

const NewSession = z.object({
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(60)),
  agentId: z.string().check(z.minLength(1)),
});

/**
 * Gives a session that is open or closed.
 * @throws Refusal SESSION_NOT_FOUND for an id that is unknown or was deleted, SESSION_EXPIRED past the idle timeout
 */
export function findSession(context: ServiceContext, sessionId: string): StoredSession {
  const session = requireSession(context, sessionId);
  if (stateOf(session, context) === "EXPIRED") throw new Refusal("SESSION_EXPIRED");
  return session;
}

/** @throws Refusal as `findSession`, and INVALID_SESSION for a session that was closed */
export function findOpenSession(context: ServiceContext, sessionId: string): StoredSession {
  const session = findSession(context, sessionId);
  if (session.closed)
    throw new Refusal("INVALID_SESSION", {
      message: "The session is not valid for this operation: it is CLOSED, not OPEN.",
      details: { state: "CLOSED" },
    });
  return session;
}

export function toSession(stored: StoredSession, context: ServiceContext): Session {
  const { id, name, agentId, closed, createdAtMs, lastActiveAtMs, messages } = stored;
  return {
    id,
    name,
    agentId,
    state: stateOf(stored, context),
    messageCount: messages.length,
    createdAt: toTime(createdAtMs),
    lastActiveAt: toTime(lastActiveAtMs),
    expiresAt: closed ? null : toTime(lastActiveAtMs + context.settings.idleTimeoutMs),
  };
}

/** The latest active first. */
export function listSessions(context: ServiceContext): Session[] {
  return [...context.state.sessions.values()]
    .sort((a, b) => b.lastActiveAtMs - a.lastActiveAtMs)
    .map((session) => toSession(session, context));
}

export function sessionEndpoints(context: ServiceContext): Endpoint[] {
  return [
    { route: "GET /v1/sessions", answer: () => ok({ items: listSessions(context) }) },
    {
      route: "POST /v1/sessions",
      scope: "sessions:write",
      async answer({ request }) {
        const { name, agentId } = await readBody(request, NewSession);
        return created(toSession(openSession(context, name, agentId), context));
      },
    },
    {
      route: "GET /v1/sessions/{sessionId}",
      answer: ({ param }) => ok(toSession(findSession(context, param("sessionId")), context)),
    },
    {
      route: "DELETE /v1/sessions/{sessionId}",
      scope: "sessions:write",
      answer({ param }) {
        context.state.sessions.delete(requireSession(context, param("sessionId")).id);
        return noContent();
      },
    },
    {
      route: "POST /v1/sessions/{sessionId}/close",
      scope: "sessions:write",
      answer({ param }) {
        const session = findOpenSession(context, param("sessionId"));
        session.closed = true;
        return ok(toSession(session, context));
      },
    },
  ];
}

/** The name of a session that is closed or expired is free again. */
function openSession(context: ServiceContext, name: string, agentId: string): StoredSession {
  const { state, settings } = context;
  const agent = state.agents.get(agentId);
  if (!agent) throw invalidFields({ agentId: "is not the id of an agent" });
  const taken = [...state.sessions.values()].some(
    (other) =>
      other.name.toLowerCase() === name.toLowerCase() && stateOf(other, context) === "OPEN",
  );
  if (taken) throw duplicateName("An open session", name);
  requireWorkingAgent(context, agent);
  if (state.downstreamDown)
    throw new Refusal("SESSION_CREATION_ERROR", { details: { model: agent.model } });
  const nowMs = settings.now();
  const session: StoredSession = {
    id: newId(state, "ses"),
    name,
    agentId,
    closed: false,
    createdAtMs: nowMs,
    lastActiveAtMs: nowMs,
    messages: [],
  };
  state.sessions.set(session.id, session);
  return session;
}

function requireSession({ state }: ServiceContext, sessionId: string): StoredSession {
  const session = state.sessions.get(sessionId);
  if (!session) throw new Refusal("SESSION_NOT_FOUND");
  return session;
}

/** A closed session no longer expires. */
function stateOf(session: StoredSession, { settings }: ServiceContext): Session["state"] {
  if (session.closed) return "CLOSED";
  const idleMs = settings.now() - session.lastActiveAtMs;
  return idleMs >= settings.idleTimeoutMs ? "EXPIRED" : "OPEN";
}
