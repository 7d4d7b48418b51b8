import { useIsFetching, useQueryClient } from "@tanstack/react-query";
import { apiQueryKey, useApi } from "react-recourse";
import { Glyph } from "./Glyph.tsx";

/** A leaf of its own: `useIsFetching` above a suspended list would render the list anew for every fetch that it starts. */
export function RefreshSessions() {
  const queryKey = apiQueryKey(useApi(), "GET /v1/sessions");
  const client = useQueryClient();
  const refreshing = useIsFetching({ queryKey }) > 0;
  return (
    <button
      type="button"
      className="pg-icon-button"
      aria-label="Refresh sessions"
      data-busy={refreshing || undefined}
      onClick={() => client.refetchQueries({ queryKey, type: "active" })}
    >
      <Glyph name="refresh" />
    </button>
  );
}
