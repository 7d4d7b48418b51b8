import { useQueryClient } from "@tanstack/react-query";
import { apiQueryKey, useApi, useApiMutation } from "react-recourse";
import { Agent } from "../service/schemas.ts";
import { putInCache } from "./put-in-cache.ts";
import { type AgentTask, useConsole } from "./useConsole.ts";

export type AgentPart = "model" | "tools" | "config";

/**
 * Changes a part of an agent and, where a remedy waits for just that, lets it go on.
 * @param errorToast whether a failure becomes a toast; the form shows its own
 */
export function useAgentChange(part: AgentPart, { errorToast }: { errorToast: boolean }) {
  const { task, endTask } = useConsole();
  const api = useApi();
  const client = useQueryClient();
  return useApiMutation(
    "PATCH /v1/agents/{agentId}",
    { schema: Agent },
    {
      meta: { errorToast },
      async onSuccess(agent) {
        const params = { agentId: agent.id };
        await putInCache(client, apiQueryKey(api, "GET /v1/agents/{agentId}", { params }), agent);
        client.invalidateQueries({ queryKey: apiQueryKey(api, "GET /v1/agents") });
        if (task?.agentId === agent.id && isDone(task.kind, part, agent)) {
          task.ask.answer();
          endTask();
        }
      },
    },
  );
}

function isDone(kind: AgentTask["kind"], part: AgentPart, agent: Agent): boolean {
  if (kind === "chooseModel") return part === "model";
  if (kind === "reattachTools") return part === "tools";
  return agent.model !== null && agent.instructions !== null;
}
