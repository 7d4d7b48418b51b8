import { afterEach, describe, expect, it, vi } from "vitest";
import { type DocumentedCode, documentedCodes } from "../../src/core.ts";
import { clientWith, failureOf, runService } from "./running-service.ts";

const ulid = /^req_[0-9A-HJKMNP-TV-Z]{26}$/;
const chance = { random: () => 0 };
const { service, server, api } = runService({ random: () => chance.random() });
const { controls, faults } = service;

type Call = () => Promise<unknown>;

const agentId = "agt_support_triage";
const me = () => api.request("GET /v1/me");
const open = (agent = agentId) =>
  api.request("POST /v1/sessions", { body: { name: "Lost parcel", agentId: agent } });
const load = (sessionId: string) =>
  api.request("GET /v1/sessions/{sessionId}", { params: { sessionId } });
const remove = (sessionId: string) =>
  api.request("DELETE /v1/sessions/{sessionId}", { params: { sessionId } });
const history = () =>
  api.request("GET /v1/sessions/{sessionId}/messages", { params: { sessionId: "ses_1001" } });
const send = (sessionId: string) =>
  api.request("POST /v1/sessions/{sessionId}/messages", {
    params: { sessionId },
    body: { text: "Where is it?" },
  });

function prepared(prepare: () => void, call: Call): Call {
  return () => {
    prepare();
    return call();
  };
}

afterEach(() => {
  chance.random = () => 0;
  vi.restoreAllMocks();
});

describe("every code of the reference", () => {
  const provoke: Record<DocumentedCode, { status: number; call: Call }> = {
    SESSION_NOT_FOUND: { status: 404, call: () => load("ses_unknown") },
    SESSION_EXPIRED: { status: 404, call: () => load("ses_1003") },
    SESSION_CREATION_ERROR: {
      status: 503,
      call: prepared(() => controls.setDownstreamDown(true), open),
    },
    INVALID_SESSION: { status: 409, call: () => send("ses_1002") },
    MESSAGES_HISTORY_ERROR: {
      status: 500,
      call: prepared(() => controls.setHistoryBroken(true), history),
    },
    MODELS_NOT_FOUND: { status: 422, call: () => open("agt_damage_photos") },
    TOOLS_NOT_FOUND: {
      status: 422,
      call: prepared(() => controls.removeTool("tool_ticket_search"), open),
    },
    CONFIG_NOT_FOUND: { status: 422, call: () => open("agt_release_notes") },
    UNAUTHORIZED: { status: 401, call: () => clientWith(null).request("GET /v1/me") },
    // An answer to a client that has gone reaches nobody: only a fault can show it.
    ABORT_ERROR: { status: 499, call: prepared(() => faults.inject("ABORT_ERROR"), me) },
    GENERIC_ERROR: {
      status: 500,
      call: prepared(
        () => {
          vi.spyOn(console, "error").mockImplementation(() => {});
          chance.random = () => {
            throw new Error("a bug on the service's side");
          };
        },
        () => send("ses_1001"),
      ),
    },
  };

  it.each(documentedCodes)(
    "can be met: %s, with one request id in body and header",
    async (code) => {
      const answers: Response[] = [];
      server.events.on("response:mocked", ({ response }) => {
        answers.push(response.clone());
      });
      const { status, call } = provoke[code];
      const { requestId, ...error } = await failureOf(call());
      expect(error).toMatchObject({ code, status });
      expect(requestId).toMatch(ulid);
      expect(answers.map(({ headers }) => headers.get("x-request-id"))).toEqual([requestId]);
      expect(await answers[0]?.json()).toMatchObject({ error: { code, requestId } });
    },
  );
});

describe("every status of the reference", () => {
  const readOnly = clientWith(service.keys.readOnly);
  const sendSix = async () => {
    for (let sent = 1; sent <= 6; sent += 1) await send("ses_1001");
  };

  it.each<[number, string, Call]>([
    [200, "to a key that asks who it is", me],
    [201, "to a new session", open],
    [201, "to a message", () => send("ses_1001")],
    [204, "to a deleted session", () => remove("ses_1001")],
    [400, "to a body without its fields", () => api.request("POST /v1/sessions", { body: {} })],
    [401, "to a call without a key", () => clientWith(null).request("GET /v1/me")],
    [403, "to a key without the scope", () => readOnly.request("POST /v1/sessions", { body: {} })],
    [404, "to an unknown session", () => load("ses_unknown")],
    [408, "as a fault", prepared(() => faults.inject(408), me)],
    [409, "to a message for a closed session", () => send("ses_1002")],
    [422, "to an agent without config", () => open("agt_release_notes")],
    [429, "to the sixth message in ten seconds", sendSix],
    [
      500,
      "while the history store is broken",
      prepared(() => controls.setHistoryBroken(true), history),
    ],
    [502, "as a fault", prepared(() => faults.inject(502), me)],
    [503, "while the model is down", prepared(() => controls.setDownstreamDown(true), open)],
    [504, "as a fault", prepared(() => faults.inject(504), me)],
  ])("%i comes %s", async (status, _, call) => {
    await Promise.allSettled([call()]);
    const { calls } = service.snapshot();
    expect(calls.at(-1)).toMatchObject({ status, requestId: expect.stringMatching(ulid) });
  });
});
