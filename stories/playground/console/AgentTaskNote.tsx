import { type AgentTask, useConsole } from "./useConsole.ts";

const words: Record<AgentTask["kind"], string> = {
  chooseModel: "Choose a model.",
  reattachTools: "Attach a tool that’s available, or detach the missing one.",
  completeConfig: "Fill in what’s marked below, then save.",
};

/** What a remedy waits for, and the way to leave it. */
export function AgentTaskNote() {
  const { task, agentId, endTask } = useConsole();
  if (!task || task.agentId !== agentId) return null;
  return (
    <div className="pg-task" role="status">
      <p>
        <strong>{words[task.kind]}</strong> What didn’t work is then tried again.
      </p>
      <button
        type="button"
        className="pg-button"
        data-size="small"
        onClick={() => {
          task.ask.withdraw();
          endTask();
        }}
      >
        Not now
      </button>
    </div>
  );
}
