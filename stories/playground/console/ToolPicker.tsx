import { useEffect, useRef } from "react";
import { useApiSuspenseQuery } from "react-recourse";
import { type Agent, ToolList } from "../service/schemas.ts";
import { useAgentChange } from "./useAgentChange.ts";
import { useConsole } from "./useConsole.ts";

/** Attaching and detaching is saved at once, and drops what no longer exists. */
export function ToolPicker({ agent }: { agent: Agent }) {
  const { task } = useConsole();
  const { data } = useApiSuspenseQuery("GET /v1/tools", { schema: ToolList });
  const change = useAgentChange("tools", { errorToast: true });
  const group = useRef<HTMLFieldSetElement>(null);
  const wanted = task?.agentId === agent.id && task.kind === "reattachTools";
  const known = new Set(data.items.map(({ id }) => id));
  const attached = agent.toolIds.filter((id) => known.has(id));
  const missing = agent.toolIds.filter((id) => !known.has(id));

  useEffect(() => {
    if (wanted) group.current?.querySelector<HTMLElement>("button, input")?.focus();
  }, [wanted]);

  const attach = (toolIds: readonly string[]) =>
    change.mutate({ params: { agentId: agent.id }, body: { toolIds } });
  return (
    <fieldset
      ref={group}
      className="pg-section"
      data-marked={wanted || missing.length > 0 || undefined}
      aria-busy={change.isPending}
    >
      <legend>Tools</legend>
      {missing.map((id) => (
        <div key={id} className="pg-missing">
          <span>
            <code dir="ltr">{id}</code> no longer exists
          </span>
          <button
            type="button"
            className="pg-button"
            data-size="small"
            onClick={() => attach(attached)}
          >
            Detach
          </button>
        </div>
      ))}
      {data.items.map(({ id, name, description }) => (
        <label key={id} className="pg-choice">
          <input
            type="checkbox"
            name="tool"
            value={id}
            checked={attached.includes(id)}
            onChange={(event) =>
              attach(
                event.target.checked ? [...attached, id] : attached.filter((other) => other !== id),
              )
            }
          />
          <span className="pg-choice-name">{name}</span>
          <span className="pg-choice-note">{description}</span>
        </label>
      ))}
    </fieldset>
  );
}
