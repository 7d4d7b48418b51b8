import { useEffect, useRef, useState } from "react";
import { ErrorCard } from "react-recourse";
import type { Agent } from "../service/schemas.ts";
import { BlockableButton } from "./BlockableButton.tsx";
import { fieldProblem } from "./field-problem.ts";
import { useAgentChange } from "./useAgentChange.ts";
import { useConsole } from "./useConsole.ts";

/**
 * Name and instructions. What was typed lies over what the service holds, so that a reload loses none of it; the
 * version that is sent guards against overwriting another's change unseen.
 */
export function AgentForm({ agent }: { agent: Agent }) {
  const { task } = useConsole();
  const [typed, setTyped] = useState<{ name?: string; instructions?: string }>({});
  const change = useAgentChange("config", { errorToast: false });
  const instructions = useRef<HTMLTextAreaElement>(null);
  const wanted = task?.agentId === agent.id && task.kind === "completeConfig";
  const missing = agent.instructions === null || (wanted && task.missing.includes("instructions"));
  const values = { name: agent.name, instructions: agent.instructions ?? "", ...typed };

  useEffect(() => {
    if (wanted) instructions.current?.focus();
  }, [wanted]);

  const save = () =>
    change.mutate(
      { params: { agentId: agent.id }, body: { ...values, version: agent.version } },
      { onSuccess: () => setTyped({}) },
    );
  const problems = {
    name: fieldProblem(change.error, "name"),
    instructions:
      fieldProblem(change.error, "instructions") ??
      (missing ? "The agent needs instructions before it can answer." : undefined),
  };
  return (
    <form
      className="pg-section pg-form"
      aria-label="Agent settings"
      data-marked={missing || undefined}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <label className="pg-field">
        <span>Name</span>
        <input
          name="name"
          value={values.name}
          aria-invalid={problems.name !== undefined}
          aria-describedby="pg-agent-name-problem"
          onChange={(event) => setTyped({ ...typed, name: event.target.value })}
        />
      </label>
      <span id="pg-agent-name-problem" className="pg-field-problem">
        {problems.name}
      </span>
      <label className="pg-field">
        <span>Instructions</span>
        <textarea
          ref={instructions}
          name="instructions"
          rows={3}
          value={values.instructions}
          aria-invalid={problems.instructions !== undefined}
          aria-describedby="pg-agent-instructions-problem"
          onChange={(event) => setTyped({ ...typed, instructions: event.target.value })}
        />
      </label>
      <span id="pg-agent-instructions-problem" className="pg-field-problem">
        {problems.instructions}
      </span>
      {change.error && (
        <ErrorCard error={change.error} variant="inline" headingLevel={3} onRetry={save} />
      )}
      <div className="pg-form-actions">
        <BlockableButton type="submit" blocked={change.isPending}>
          {change.isPending ? "Saving…" : "Save"}
        </BlockableButton>
        <span className="pg-quiet">Version {agent.version}</span>
      </div>
    </form>
  );
}
