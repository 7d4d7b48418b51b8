import type { Api } from "../../src/core.ts";
import { Agent, Exchange, MessagePage, Session } from "../../stories/playground/service/schemas.ts";

/** The calls that the tests make most, each checked against the schema of its answer. */
export function consoleClient(api: Pick<Api, "request">) {
  return {
    open: (name = "Lost parcel", agentId = "agt_support_triage") =>
      api.request("POST /v1/sessions", { body: { name, agentId }, schema: Session }),
    load: (sessionId: string) =>
      api.request("GET /v1/sessions/{sessionId}", { params: { sessionId }, schema: Session }),
    close: (sessionId: string) =>
      api.request("POST /v1/sessions/{sessionId}/close", {
        params: { sessionId },
        schema: Session,
      }),
    remove: (sessionId: string) =>
      api.request("DELETE /v1/sessions/{sessionId}", { params: { sessionId } }),
    send: (sessionId: string, text = "Where is order 48-2217?") =>
      api.request("POST /v1/sessions/{sessionId}/messages", {
        params: { sessionId },
        body: { text },
        schema: Exchange,
      }),
    page: (sessionId: string, query: Record<string, string | number | null> = {}) =>
      api.request("GET /v1/sessions/{sessionId}/messages", {
        params: { sessionId },
        query,
        schema: MessagePage,
      }),
    loadAgent: (agentId: string) =>
      api.request("GET /v1/agents/{agentId}", { params: { agentId }, schema: Agent }),
    change: (agentId: string, body: unknown) =>
      api.request("PATCH /v1/agents/{agentId}", { params: { agentId }, body, schema: Agent }),
  };
}
