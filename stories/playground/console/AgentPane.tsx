import { Suspense } from "react";
import { ErrorBoundary, useApiSuspenseQuery } from "react-recourse";
import { Agent } from "../service/schemas.ts";
import { AgentForm } from "./AgentForm.tsx";
import { AgentSelect } from "./AgentSelect.tsx";
import { AgentTaskNote } from "./AgentTaskNote.tsx";
import { ModelPicker } from "./ModelPicker.tsx";
import { ToolPicker } from "./ToolPicker.tsx";
import { useConsole } from "./useConsole.ts";

export function AgentPane() {
  const { agentId, showAgent, revision } = useConsole();
  return (
    <div className="pg-agent">
      <AgentTaskNote />
      <AgentSelect value={agentId} onChange={showAgent} />
      <ErrorBoundary key={agentId} resetKeys={[revision]}>
        <Suspense fallback={<span className="pg-skeleton pg-skeleton-block" />}>
          <AgentDetails agentId={agentId} />
        </Suspense>
      </ErrorBoundary>
    </div>
  );
}

/** Models and tools have a boundary each: without the one, the other can still be worked on. */
function AgentDetails({ agentId }: { agentId: string }) {
  const { revision } = useConsole();
  const { data: agent } = useApiSuspenseQuery("GET /v1/agents/{agentId}", {
    params: { agentId },
    schema: Agent,
  });
  const loading = <span className="pg-skeleton pg-skeleton-block" />;
  return (
    <>
      <ErrorBoundary resetKeys={[revision]}>
        <Suspense fallback={loading}>
          <ModelPicker agent={agent} />
        </Suspense>
      </ErrorBoundary>
      <AgentForm agent={agent} />
      <ErrorBoundary resetKeys={[revision]}>
        <Suspense fallback={loading}>
          <ToolPicker agent={agent} />
        </Suspense>
      </ErrorBoundary>
    </>
  );
}
