import * as z from "zod/mini";
import { type Endpoint, ok, type ServiceContext } from "./endpoint.ts";
import { requireEnabledModel } from "./models.ts";
import { duplicateName, Refusal } from "./refusal.ts";
import { readBody } from "./request-body.ts";
import type { Agent } from "./schemas.ts";
import { toTime } from "./state.ts";
import { requireTools } from "./tools.ts";

const Changes = z.object({
  name: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(60))),
  model: z.optional(z.string().check(z.minLength(1))),
  instructions: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(4_000))),
  toolIds: z.optional(z.array(z.string())),
  /** The version that the change was made from. Without it, the last writer wins. */
  version: z.optional(z.int()),
});
type Changes = z.infer<typeof Changes>;

/**
 * Checks that an agent can answer now.
 * @throws Refusal CONFIG_NOT_FOUND, MODELS_NOT_FOUND or TOOLS_NOT_FOUND
 */
export function requireWorkingAgent(context: ServiceContext, agent: Agent): void {
  const missing = (["model", "instructions"] as const).filter((field) => agent[field] === null);
  if (agent.model === null || missing.length > 0)
    throw new Refusal("CONFIG_NOT_FOUND", {
      message: `The config of "${agent.name}" is missing required fields: ${missing.join(", ")}.`,
      details: { agentId: agent.id, missing },
    });
  requireEnabledModel(context, agent.model);
  requireTools(context, agent.toolIds);
}

export function agentEndpoints(context: ServiceContext): Endpoint[] {
  return [
    {
      route: "GET /v1/agents",
      answer: () => ok({ items: [...context.state.agents.values()] }),
    },
    {
      route: "GET /v1/agents/{agentId}",
      answer: ({ param }) => ok(findAgent(context, param("agentId"))),
    },
    {
      route: "PATCH /v1/agents/{agentId}",
      scope: "agents:write",
      async answer({ request, param }) {
        const changes = await readBody(request, Changes);
        return ok(changeAgent(context, findAgent(context, param("agentId")), changes));
      },
    },
  ];
}

/** Only what is changed is checked: an agent is mended one field at a time. */
function changeAgent(context: ServiceContext, agent: Agent, changes: Changes): Agent {
  const { state, settings } = context;
  const { name, model, instructions, toolIds, version } = changes;
  if (version !== undefined && version !== agent.version)
    throw new Refusal(409, {
      code: "CONCURRENT_MODIFICATION",
      message: `The agent was changed since version ${version}.`,
      details: { version: agent.version },
    });
  if (name !== undefined) requireFreeName(context, agent, name);
  if (model !== undefined) requireEnabledModel(context, model);
  if (toolIds !== undefined) requireTools(context, toolIds);
  const changed: Agent = {
    id: agent.id,
    name: name ?? agent.name,
    model: model ?? agent.model,
    instructions: instructions ?? agent.instructions,
    toolIds: toolIds ?? agent.toolIds,
    version: agent.version + 1,
    updatedAt: toTime(settings.now()),
  };
  state.agents.set(agent.id, changed);
  return changed;
}

function findAgent({ state }: ServiceContext, agentId: string): Agent {
  const agent = state.agents.get(agentId);
  if (agent) return agent;
  throw new Refusal(404, { code: "AGENT_NOT_FOUND", message: "The agent does not exist." });
}

function requireFreeName({ state }: ServiceContext, agent: Agent, name: string): void {
  const taken = [...state.agents.values()].some(
    (other) => other.id !== agent.id && other.name.toLowerCase() === name.toLowerCase(),
  );
  if (taken) throw duplicateName("An agent", name);
}
