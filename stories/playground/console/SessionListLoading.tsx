import { RetryStatus, useApiQuery } from "react-recourse";
import * as schemas from "../service/schemas.ts";

/** Only looks on while the list loads, so that its retries can be seen, hurried and stopped. */
export function SessionListLoading() {
  const query = useApiQuery(
    "GET /v1/sessions",
    { schema: schemas.SessionList },
    { enabled: false },
  );
  return (
    <div className="pg-session-loading">
      <RetryStatus of={query} />
      {["first", "second", "third"].map((row) => (
        <span key={row} className="pg-skeleton pg-skeleton-row" />
      ))}
    </div>
  );
}
