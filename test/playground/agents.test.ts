import { describe, expect, it } from "vitest";
import { consoleClient } from "./console-client.ts";
import { failureOf, runService } from "./running-service.ts";

const { service, api } = runService();
const { open, send, loadAgent, change } = consoleClient(api);

describe("agents", () => {
  it("keep what they were changed to", async () => {
    const changed = await change("agt_support_triage", { name: "Front desk", toolIds: [] });
    expect(changed).toMatchObject({ name: "Front desk", toolIds: [], model: "harbor-large" });
    expect(await loadAgent("agt_support_triage")).toEqual(changed);
  });

  it("that lack config open sessions after a PATCH with a complete one", async () => {
    const missing = await failureOf(open("Notes", "agt_release_notes"));
    expect(missing).toMatchObject({
      status: 422,
      code: "CONFIG_NOT_FOUND",
      details: { missing: ["model", "instructions"] },
    });
    await change("agt_release_notes", {
      model: "harbor-small",
      instructions: "Write release notes.",
    });
    expect((await open("Notes", "agt_release_notes")).state).toBe("OPEN");
  });

  it("on a model that is not enabled open sessions once another is picked", async () => {
    expect(await failureOf(open("Photos", "agt_damage_photos"))).toMatchObject({
      status: 422,
      code: "MODELS_NOT_FOUND",
      details: { model: "harbor-vision" },
    });
    await change("agt_damage_photos", { model: "harbor-small" });
    expect((await open("Photos", "agt_damage_photos")).state).toBe("OPEN");
  });

  it("with a removed tool neither open nor answer until a valid one is attached", async () => {
    service.controls.removeTool("tool_order_lookup");
    const lost = { code: "TOOLS_NOT_FOUND", details: { toolIds: ["tool_order_lookup"] } };
    expect(await failureOf(open())).toMatchObject({ status: 422, ...lost });
    expect(await failureOf(send("ses_1001"))).toMatchObject({ status: 422, ...lost });
    await change("agt_support_triage", { toolIds: ["tool_ticket_search"] });
    expect((await send("ses_1001")).answer.role).toBe("agent");
  });

  it("take no model and no tool that would break them", async () => {
    expect((await failureOf(change("agt_support_triage", { model: "harbor-vision" }))).code).toBe(
      "MODELS_NOT_FOUND",
    );
    expect((await failureOf(change("agt_support_triage", { toolIds: ["tool_x"] }))).code).toBe(
      "TOOLS_NOT_FOUND",
    );
    expect((await loadAgent("agt_support_triage")).version).toBe(3);
  });

  it("refuse a change made from an older version, and say which is the current one", async () => {
    const { version } = await loadAgent("agt_support_triage");
    await change("agt_support_triage", { name: "Front desk", version });
    expect(await failureOf(change("agt_support_triage", { name: "Desk", version }))).toMatchObject({
      status: 409,
      code: "CONCURRENT_MODIFICATION",
      details: { version: version + 1 },
    });
  });

  it("do not share a name, and may be renamed to their own", async () => {
    expect(await failureOf(change("agt_damage_photos", { name: "support triage" }))).toMatchObject({
      status: 409,
      code: "DUPLICATE_NAME",
    });
    expect((await change("agt_damage_photos", { name: "damage photos" })).name).toBe(
      "damage photos",
    );
  });

  it("that do not exist are a 404 with a code that the reference does not document", async () => {
    expect(await failureOf(loadAgent("agt_x"))).toMatchObject({
      status: 404,
      code: "AGENT_NOT_FOUND",
    });
  });
});
