import { describe, expect, it } from "vitest";
import { failureOf, runService } from "./running-service.ts";

const { api } = runService();

describe("bodies", () => {
  const post = (body: unknown) => api.request("POST /v1/sessions", { body });
  const agentId = "agt_support_triage";

  it.each([
    ["nothing", undefined, { body: "must be JSON" }],
    ["half a document", new Blob(['{"name":']), { body: "must be JSON" }],
    ["a list", [], { body: "must be of type object" }],
    ["no name", { agentId }, { name: "is required" }],
    ["a number for a name", { agentId, name: 7 }, { name: "must be of type string" }],
    ["an empty object", {}, { name: "is required", agentId: "is required" }],
  ])("are malformed when they hold %s", async (_, body, fields) => {
    expect(await failureOf(post(body))).toMatchObject({
      status: 400,
      code: "INVALID_BODY",
      details: { fields },
    });
  });

  it.each([
    ["an empty name", { agentId, name: "  " }, { name: "must not be empty" }],
    ["a long name", { agentId, name: "x".repeat(61) }, { name: "must be at most 60 characters" }],
    ["an unknown agent", { agentId: "agt_x", name: "x" }, { agentId: "is not the id of an agent" }],
  ])("are invalid when they hold %s", async (_, body, fields) => {
    expect(await failureOf(post(body))).toMatchObject({
      status: 422,
      code: "VALIDATION_FAILED",
      details: { fields },
    });
  });
});
