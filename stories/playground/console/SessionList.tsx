import { useApiSuspenseQuery } from "react-recourse";
import * as schemas from "../service/schemas.ts";
import { SessionRow } from "./SessionRow.tsx";
import { useNow } from "./useNow.ts";

const refetchEveryMs = 30_000;

/** Refetched in the background: a failure over the list that shows becomes a toast. */
export function SessionList() {
  const { data } = useApiSuspenseQuery(
    "GET /v1/sessions",
    { schema: schemas.SessionList },
    { refetchInterval: refetchEveryMs },
  );
  const nowMs = useNow(10_000);
  if (data.items.length === 0)
    return <p className="pg-quiet">No sessions yet. Open one with the plus above.</p>;
  return (
    <ul className="pg-session-list">
      {data.items.map((session) => (
        <SessionRow key={session.id} session={session} nowMs={nowMs} />
      ))}
    </ul>
  );
}
