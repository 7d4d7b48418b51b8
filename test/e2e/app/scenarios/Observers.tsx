import { useState } from "react";
import { createApi, ErrorToaster, RecourseProvider, useApiQuery } from "react-recourse";
import type { ScenarioProps } from "../scenario-props.ts";

/** Ten components that show one and the same query. */
export function Observers({ apiUrl }: ScenarioProps) {
  const [api] = useState(() => createApi({ baseUrl: apiUrl, retry: false }));
  return (
    <RecourseProvider api={api}>
      {Array.from({ length: 10 }, (_, index) => `observer ${index}`).map((name) => (
        <Observer key={name} name={name} />
      ))}
      <Refresher />
      <ErrorToaster />
    </RecourseProvider>
  );
}

function useSession() {
  return useApiQuery("GET /v1/sessions/{sessionId}", { params: { sessionId: "s1" } });
}

function Observer({ name }: { name: string }) {
  const { status, data, isRefetchError } = useSession();
  const shown = data === undefined ? status : "data";
  return <p data-testid="observer">{`${name}: ${shown}${isRefetchError ? ", stale" : ""}`}</p>;
}

function Refresher() {
  const { refetch } = useSession();
  return (
    <button type="button" onClick={() => refetch()}>
      Refresh
    </button>
  );
}
