import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { apiQueryKey, ErrorCard, useApi, useApiMutation } from "react-recourse";
import { Session } from "../service/schemas.ts";
import { AgentSelect } from "./AgentSelect.tsx";
import { BlockableButton } from "./BlockableButton.tsx";
import { fieldProblem } from "./field-problem.ts";
import { useConsole } from "./useConsole.ts";

/** Its failure shows beside it, so that no toast tells of it as well. */
export function NewSessionForm({ onDone }: { onDone: () => void }) {
  const { agentId, showAgent, selectSession } = useConsole();
  const name = useRef<HTMLInputElement>(null);
  const api = useApi();
  const client = useQueryClient();
  const open = useApiMutation(
    "POST /v1/sessions",
    { schema: Session },
    {
      meta: { errorToast: false },
      onSuccess(session) {
        client.invalidateQueries({ queryKey: apiQueryKey(api, "GET /v1/sessions") });
        selectSession(session.id);
        onDone();
      },
    },
  );
  useEffect(() => name.current?.focus(), []);

  const submit = () => open.mutate({ body: { name: name.current?.value ?? "", agentId } });
  const problem = fieldProblem(open.error, "name");
  return (
    <form
      className="pg-form pg-new-session"
      aria-label="New session"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <label className="pg-field">
        <span>Name</span>
        <input
          ref={name}
          name="name"
          autoComplete="off"
          placeholder="What is it about?"
          aria-invalid={problem !== undefined}
          aria-describedby="pg-name-problem"
        />
      </label>
      <span id="pg-name-problem" className="pg-field-problem">
        {problem}
      </span>
      <AgentSelect value={agentId} onChange={showAgent} />
      {open.error && (
        <ErrorCard error={open.error} variant="inline" headingLevel={3} onRetry={submit} />
      )}
      <div className="pg-form-actions">
        <BlockableButton type="submit" data-emphasis="primary" blocked={open.isPending}>
          {open.isPending ? "Opening…" : "Open session"}
        </BlockableButton>
        <button type="button" className="pg-button" onClick={onDone}>
          Cancel
        </button>
      </div>
    </form>
  );
}
