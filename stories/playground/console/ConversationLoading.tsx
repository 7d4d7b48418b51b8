import { RetryStatus, useApiQuery } from "react-recourse";
import { Session } from "../service/schemas.ts";

/** Only looks on while the session loads, so that its retries can be seen, hurried and stopped. */
export function ConversationLoading({ sessionId }: { sessionId: string }) {
  const query = useApiQuery(
    "GET /v1/sessions/{sessionId}",
    { params: { sessionId }, schema: Session },
    { enabled: false },
  );
  return (
    <div className="pg-conversation-loading">
      <RetryStatus of={query} />
      <span className="pg-skeleton pg-skeleton-title" />
      <span className="pg-skeleton pg-skeleton-message" />
      <span className="pg-skeleton pg-skeleton-message" />
    </div>
  );
}
