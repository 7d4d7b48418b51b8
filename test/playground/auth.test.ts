import { describe, expect, it } from "vitest";
import { Me, SessionList } from "../../stories/playground/service/schemas.ts";
import { clientWith, failureOf, runService } from "./running-service.ts";

const { service, api } = runService();

describe("keys", () => {
  it("tell who they are", async () => {
    expect(await api.request("GET /v1/me", { schema: Me })).toEqual({
      org: { id: "org_parcel_desk", name: "Parcel Desk" },
      keyName: "Console",
      scopes: ["sessions:write", "agents:write"],
    });
  });

  it.each([
    ["no key", null],
    ["an unknown key", "made-up"],
    ["a revoked key", service.keys.revoked],
  ])("get nowhere: %s", async (_, key) => {
    expect(await failureOf(clientWith(key).request("GET /v1/me"))).toMatchObject({
      status: 401,
      code: "UNAUTHORIZED",
      kind: "unauthorized",
    });
  });

  it("that only read may read, and are told which scope they lack", async () => {
    const reader = clientWith(service.keys.readOnly);
    const body = { name: "Read", agentId: "agt_support_triage" };
    const params = { agentId: "agt_support_triage" };
    expect(await reader.request("GET /v1/sessions", { schema: SessionList })).toBeTruthy();
    expect(await failureOf(reader.request("POST /v1/sessions", { body }))).toMatchObject({
      status: 403,
      code: "MISSING_SCOPE",
      details: { scope: "sessions:write" },
    });
    expect(
      await failureOf(reader.request("PATCH /v1/agents/{agentId}", { params, body: {} })),
    ).toMatchObject({ status: 403, details: { scope: "agents:write" } });
  });

  it("are asked for before anything is read, so that a stranger learns nothing", async () => {
    const call = clientWith(null).request("GET /v1/sessions/{sessionId}", {
      params: { sessionId: "ses_unknown" },
    });
    expect((await failureOf(call)).code).toBe("UNAUTHORIZED");
  });
});
