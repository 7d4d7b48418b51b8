import { describe, expect, it, vi } from "vitest";
import { failureOf, runService } from "./running-service.ts";

const { service, api } = runService();
const { controls } = service;
const me = () => api.request("GET /v1/me");
const open = (agentId: string) =>
  api.request("POST /v1/sessions", { body: { name: "Lost parcel", agentId } });
const load = (sessionId: string) =>
  api.request("GET /v1/sessions/{sessionId}", { params: { sessionId } });

describe("controls", () => {
  it("switch a model on and off", async () => {
    controls.setModelEnabled("harbor-vision", true);
    controls.setModelEnabled("harbor-large", false);
    expect((await failureOf(open("agt_support_triage"))).code).toBe("MODELS_NOT_FOUND");
    expect(await open("agt_damage_photos")).toMatchObject({ state: "OPEN" });
  });

  it("bring a removed tool back", async () => {
    controls.removeTool("tool_order_lookup");
    controls.restoreTool("tool_order_lookup");
    expect(await open("agt_support_triage")).toMatchObject({ state: "OPEN" });
  });

  it("take an agent's config away", async () => {
    controls.clearAgentConfig("agt_support_triage");
    expect((await failureOf(open("agt_support_triage"))).code).toBe("CONFIG_NOT_FOUND");
  });

  it("expire a session at once", async () => {
    controls.expireSession("ses_1001");
    expect((await failureOf(load("ses_1001"))).code).toBe("SESSION_EXPIRED");
  });

  it("revoke a key and give it back", async () => {
    controls.setKeyRevoked(service.keys.full, true);
    expect((await failureOf(me())).code).toBe("UNAUTHORIZED");
    controls.setKeyRevoked(service.keys.full, false);
    expect(await me()).toMatchObject({ keyName: "Console" });
  });

  it("make a key read only and give its scopes back", async () => {
    controls.setKeyReadOnly(service.keys.full, true);
    expect((await failureOf(open("agt_support_triage"))).code).toBe("MISSING_SCOPE");
    controls.setKeyReadOnly(service.keys.full, false);
    expect(await open("agt_support_triage")).toMatchObject({ state: "OPEN" });
  });

  it("say what there is when an id is unknown", () => {
    expect(() => controls.removeTool("tool_x")).toThrow(
      'the service knows no tool "tool_x": it has tool_ticket_search, tool_order_lookup, tool_refund_draft',
    );
  });
});

describe("the snapshot", () => {
  it("is the same object until something happens", async () => {
    const before = service.snapshot();
    expect(service.snapshot()).toBe(before);
    await me();
    expect(service.snapshot()).not.toBe(before);
  });

  it("shows what was switched", () => {
    controls.setDownstreamDown(true);
    controls.setHistoryBroken(true);
    controls.removeTool("tool_order_lookup");
    controls.setKeyReadOnly(service.keys.full, true);
    service.faults.inject("network", { times: 3 });
    expect(service.snapshot()).toMatchObject({
      downstreamDown: true,
      historyBroken: true,
      tools: [{ removed: false }, { removed: true }, { removed: false }],
      keys: [{ readOnly: true }, { readOnly: true }, { revoked: true }],
      faults: [{ failure: "network", timesLeft: 3 }],
    });
  });

  it("keeps what it showed, whatever is switched later", () => {
    const before = service.snapshot();
    controls.setModelEnabled("harbor-large", false);
    controls.setKeyRevoked(service.keys.full, true);
    expect(before).toMatchObject({
      models: [{ enabled: true }, {}, {}],
      keys: [{ revoked: false }, {}, {}],
    });
  });

  it("counts the calls that reached the service", async () => {
    await me();
    await failureOf(load("ses_unknown"));
    expect(service.snapshot().calls).toMatchObject([
      { number: 1, route: "GET /v1/me", path: "/v1/me", status: 200 },
      {
        number: 2,
        route: "GET /v1/sessions/{sessionId}",
        path: "/v1/sessions/ses_unknown",
        status: 404,
      },
    ]);
  });

  it("is announced to those who listen, and to nobody else", async () => {
    const listener = vi.fn();
    const stop = service.subscribe(listener);
    controls.clearRateLimit();
    expect(listener).toHaveBeenCalledTimes(1);
    await me();
    // Once as the call arrives, once as it is answered.
    expect(listener).toHaveBeenCalledTimes(3);
    stop();
    controls.clearRateLimit();
    expect(listener).toHaveBeenCalledTimes(3);
  });
});

describe("a reset", () => {
  it("brings everything back", async () => {
    const fresh = JSON.stringify(service.snapshot());
    controls.setDownstreamDown(true);
    controls.removeTool("tool_order_lookup");
    controls.setModelEnabled("harbor-large", false);
    controls.clearAgentConfig("agt_support_triage");
    controls.setKeyRevoked(service.keys.full, true);
    await failureOf(me());
    service.faults.inject("network");
    service.reset();
    expect(JSON.stringify(service.snapshot())).toBe(fresh);
  });
});
