import { describe, expect, it } from "vitest";
import {
  AgentList,
  ModelList,
  SessionList,
  ToolList,
} from "../../stories/playground/service/schemas.ts";
import { consoleClient } from "./console-client.ts";
import { failureOf, runService } from "./running-service.ts";

const { api } = runService();
const { open } = consoleClient(api);

describe("the seed", () => {
  it("has a session in each state", async () => {
    const { items } = await api.request("GET /v1/sessions", { schema: SessionList });
    expect(items.map(({ name, state }) => [name, state])).toEqual([
      ["Parcel three days late", "OPEN"],
      ["Invoice with the old address", "CLOSED"],
      ["Night delivery question", "EXPIRED"],
    ]);
  });

  it("has an agent that works, one without an enabled model and one without config", async () => {
    const { items } = await api.request("GET /v1/agents", { schema: AgentList });
    expect(items.map(({ name }) => name)).toEqual([
      "Support triage",
      "Damage photos",
      "Release notes",
    ]);
    expect((await open("One")).state).toBe("OPEN");
    expect((await failureOf(open("Two", "agt_damage_photos"))).code).toBe("MODELS_NOT_FOUND");
    expect((await failureOf(open("Three", "agt_release_notes"))).code).toBe("CONFIG_NOT_FOUND");
  });

  it("says of each model whether the organisation may use it", async () => {
    const { items } = await api.request("GET /v1/chat/models", { schema: ModelList });
    expect(items.map(({ enabled }) => enabled)).toEqual([true, true, false]);
  });

  it("lists the tools", async () => {
    const { items } = await api.request("GET /v1/tools", { schema: ToolList });
    expect(items).toHaveLength(3);
  });
});
