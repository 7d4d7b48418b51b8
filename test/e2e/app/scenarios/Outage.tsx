import { useState } from "react";
import {
  createApi,
  ErrorToaster,
  RecourseProvider,
  useApiMutation,
  useApiQuery,
} from "react-recourse";
import type { ScenarioProps } from "../scenario-props.ts";

const parts = Array.from({ length: 10 }, (_, part) => part);

/** A page of ten routes, three of them polled every 5 s, and a note to save. */
export function Outage({ apiUrl }: ScenarioProps) {
  const [api] = useState(() => createApi({ baseUrl: apiUrl, onError: () => {} }));
  return (
    <RecourseProvider api={api}>
      {parts.map((part) => (
        <Part key={part} part={part} />
      ))}
      <Note />
      <ErrorToaster />
    </RecourseProvider>
  );
}

function Part({ part }: { part: number }) {
  const query = useApiQuery(`GET /v1/part-${part}`, {}, part < 3 ? { refetchInterval: 5_000 } : {});
  return <p data-testid="part">{query.status}</p>;
}

function Note() {
  const save = useApiMutation("POST /v1/notes");
  return (
    <button type="button" onClick={() => save.mutate({ body: { text: "unsaved" } })}>
      Save
    </button>
  );
}
