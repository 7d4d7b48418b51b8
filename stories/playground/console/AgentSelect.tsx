import { useApiQuery } from "react-recourse";
import { AgentList } from "../service/schemas.ts";

interface AgentSelectProps {
  value: string;
  onChange: (agentId: string) => void;
}

/** While the agents are not known, or cannot be, the current one stays chosen. */
export function AgentSelect({ value, onChange }: AgentSelectProps) {
  const agents = useApiQuery("GET /v1/agents", { schema: AgentList });
  const items = agents.data?.items ?? [{ id: value, name: value }];
  return (
    <label className="pg-field">
      <span>Agent</span>
      <select value={value} onChange={(event) => onChange(event.target.value)}>
        {items.map((agent) => (
          <option key={agent.id} value={agent.id}>
            {agent.name}
          </option>
        ))}
      </select>
    </label>
  );
}
