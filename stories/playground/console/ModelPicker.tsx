import { useEffect, useRef } from "react";
import { useApiSuspenseQuery } from "react-recourse";
import { type Agent, ModelList } from "../service/schemas.ts";
import { useAgentChange } from "./useAgentChange.ts";
import { useConsole } from "./useConsole.ts";

/** A picked model is saved at once. */
export function ModelPicker({ agent }: { agent: Agent }) {
  const { task } = useConsole();
  const { data } = useApiSuspenseQuery("GET /v1/chat/models", { schema: ModelList });
  const change = useAgentChange("model", { errorToast: true });
  const group = useRef<HTMLFieldSetElement>(null);
  const wanted = task?.agentId === agent.id && task.kind === "chooseModel";
  const missing = agent.model === null;

  useEffect(() => {
    if (!wanted) return;
    const radios = group.current?.querySelectorAll("input:enabled");
    const first = [...(radios ?? [])].find((radio) => radio instanceof HTMLInputElement);
    const checked = group.current?.querySelector<HTMLInputElement>("input:enabled:checked");
    (checked ?? first)?.focus();
  }, [wanted]);

  const shown = change.isPending ? change.variables?.body : undefined;
  const picked = isModelChange(shown) ? shown.model : agent.model;
  return (
    <fieldset ref={group} className="pg-section" data-marked={wanted || missing || undefined}>
      <legend>Model</legend>
      {missing && <p className="pg-field-problem">No model is chosen yet.</p>}
      {data.items.map(({ id, name, contextTokens, enabled }) => (
        <label key={id} className="pg-choice" data-disabled={!enabled || undefined}>
          <input
            type="radio"
            name="model"
            value={id}
            checked={picked === id}
            disabled={!enabled}
            onChange={() => change.mutate({ params: { agentId: agent.id }, body: { model: id } })}
          />
          <span className="pg-choice-name">{name}</span>
          <span className="pg-choice-note">
            {enabled
              ? `${Math.round(contextTokens / 1_000)}K tokens`
              : "Not enabled for your organization"}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function isModelChange(body: unknown): body is { model: string } {
  return typeof body === "object" && body !== null && "model" in body;
}
