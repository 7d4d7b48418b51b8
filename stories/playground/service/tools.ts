import { type Endpoint, ok, type ServiceContext } from "./endpoint.ts";
import { Refusal } from "./refusal.ts";

/** @throws Refusal TOOLS_NOT_FOUND, with the ids that no tool has */
export function requireTools({ state }: ServiceContext, toolIds: readonly string[]): void {
  const missing = toolIds.filter((toolId) => !state.tools.has(toolId));
  if (missing.length === 0) return;
  throw new Refusal("TOOLS_NOT_FOUND", {
    message: `The agent refers to tools that do not exist: ${missing.join(", ")}.`,
    details: { toolIds: missing },
  });
}

export function toolEndpoints(context: ServiceContext): Endpoint[] {
  return [
    { route: "GET /v1/tools", answer: () => ok({ items: [...context.state.tools.values()] }) },
  ];
}
