import * as z from "zod/mini";
import { requireWorkingAgent } from "./agents.ts";
import { composeAnswer } from "./answers.ts";
import { created, type Endpoint, ok, type ServiceContext } from "./endpoint.ts";
import { invalidFields, Refusal } from "./refusal.ts";
import { readBody } from "./request-body.ts";
import type { Exchange, Message, MessagePage } from "./schemas.ts";
import { findOpenSession, findSession } from "./sessions.ts";
import { newId, type StoredKey, type StoredSession, toTime } from "./state.ts";

const NewMessage = z.object({
  text: z.string().check(z.trim(), z.minLength(1), z.maxLength(2_000)),
});

const defaultLimit = 20;
const maxLimit = 100;

export function messageEndpoints(context: ServiceContext): Endpoint[] {
  return [
    {
      route: "GET /v1/sessions/{sessionId}/messages",
      answer({ param, query }) {
        const session = findSession(context, param("sessionId"));
        if (context.state.historyBroken) throw new Refusal("MESSAGES_HISTORY_ERROR");
        return ok(readPage(session.messages, query));
      },
    },
    {
      route: "POST /v1/sessions/{sessionId}/messages",
      scope: "sessions:write",
      async answer({ request, param, apiKey }) {
        const { text } = await readBody(request, NewMessage);
        const session = findOpenSession(context, param("sessionId"));
        requireCalm(context, apiKey);
        return created(exchange(context, session, text, apiKey));
      },
    },
  ];
}

/** The cursor is the id of the oldest message of the page before: messages that arrive meanwhile shift no page. */
function readPage(messages: readonly Message[], query: URLSearchParams): MessagePage {
  const limit = readLimit(query.get("limit"));
  const cursor = query.get("cursor");
  const end =
    cursor === null ? messages.length : messages.findIndex((message) => message.id === cursor);
  if (end === -1) throw invalidFields({ cursor: "is not a cursor of this session" });
  const items = messages.slice(Math.max(0, end - limit), end).reverse();
  return { items, nextCursor: end > limit ? (items.at(-1)?.id ?? null) : null };
}

function readLimit(value: string | null): number {
  if (value === null) return defaultLimit;
  const limit = /^\d{1,3}$/.test(value) ? Number(value) : 0;
  if (limit < 1 || limit > maxLimit)
    throw invalidFields({ limit: `must be a whole number from 1 to ${maxLimit}` });
  return limit;
}

/** Only messages that were taken count, so that a retry of a refused one costs nothing. */
function requireCalm({ messageLimit, settings }: ServiceContext, key: StoredKey): void {
  const waitMs = messageLimit.waitMs(key.value, settings.now());
  if (waitMs === 0) return;
  const { count, windowMs } = messageLimit.options;
  throw new Refusal(429, {
    message: `More than ${count} messages in ${windowMs / 1_000} seconds.`,
    retryAfterSeconds: Math.ceil(waitMs / 1_000),
    details: { limit: count, windowSeconds: windowMs / 1_000 },
  });
}

function exchange(
  context: ServiceContext,
  session: StoredSession,
  text: string,
  apiKey: StoredKey,
): Exchange {
  const { state, settings, messageLimit } = context;
  const agent = state.agents.get(session.agentId);
  if (!agent) throw new Refusal("CONFIG_NOT_FOUND");
  requireWorkingAgent(context, agent);
  if (state.downstreamDown)
    throw new Refusal(503, {
      code: "MODEL_UNAVAILABLE",
      message: "The model does not answer at the moment.",
      details: { model: agent.model },
    });
  const nowMs = settings.now();
  const write = (role: Message["role"], words: string): Message => ({
    id: newId(state, "msg"),
    sessionId: session.id,
    role,
    text: words,
    createdAt: toTime(nowMs),
  });
  const message = write("person", text);
  const answer = write("agent", composeAnswer(text, settings.random));
  session.messages.push(message, answer);
  session.lastActiveAtMs = nowMs;
  messageLimit.count(apiKey.value, nowMs);
  return { message, answer };
}
