import type { Exchange, Reply } from "./exchange.ts";
import { fault } from "./fault.ts";
import { sendJson } from "./json-reply.ts";

interface Message {
  id: string;
  role: "user";
  text: string;
}

/**
 * Enough of the API to fail at: sessions, their messages and the models. Holds session `s1`; a message sent twice
 * with the same `Idempotency-Key` is stored once.
 */
export function sessionsApi(): Reply {
  const sessions = new Map([["s1", { id: "s1", status: "OPEN" }]]);
  const messages = new Map<string, Message>();

  const sendMessage: Reply = (exchange) => {
    const text = readText(exchange.request.body);
    if (text === undefined)
      return fault.error("GENERIC_ERROR", { status: 400, message: "text is required" })(exchange);
    const key = exchange.request.headers["idempotency-key"] ?? exchange.requestId;
    const message = messages.get(key) ?? { id: `m${messages.size + 1}`, role: "user", text };
    messages.set(key, message);
    return sendJson(exchange, 201, message);
  };

  function sessionReply(method: string, sessionId: string, rest: string): Reply | undefined {
    const session = sessions.get(sessionId);
    if (!session) return fault.error("SESSION_NOT_FOUND");
    switch (`${method} ${rest}`) {
      case "GET ":
        return fault.ok(session);
      case "DELETE ":
        sessions.delete(sessionId);
        return fault.empty(204);
      case "POST /messages":
        return sendMessage;
      default:
        return undefined;
    }
  }

  return (exchange: Exchange) => {
    const { method, path } = exchange.request;
    const [, sessionId, rest = ""] = /^\/v1\/sessions\/([^/]+)(\/.*)?$/.exec(path) ?? [];
    const reply =
      sessionId === undefined
        ? collections(`${method} ${path}`, [...sessions.values()])
        : sessionReply(method, sessionId, rest);
    return (reply ?? fault.status(404))(exchange);
  };
}

function collections(route: string, sessions: readonly unknown[]): Reply | undefined {
  if (route === "GET /v1/sessions") return fault.ok({ sessions });
  if (route === "GET /v1/chat/models") return fault.ok({ models: [{ id: "nova-1" }] });
  return undefined;
}

function readText(body: string): string | undefined {
  try {
    const { text } = JSON.parse(body);
    return typeof text === "string" ? text : undefined;
  } catch {
    return undefined;
  }
}
