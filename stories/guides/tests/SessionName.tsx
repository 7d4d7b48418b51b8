import { ErrorCard, useApiQuery } from "react-recourse";
import * as z from "zod/mini";

const Session = z.object({ name: z.string() });

/** The component that the tests are for. */
export function SessionName({ sessionId }: { sessionId: string }) {
  const { data, error, refetch } = useApiQuery("GET /v1/sessions/{sessionId}", {
    params: { sessionId },
    schema: Session,
  });
  if (error) return <ErrorCard error={error} onRetry={refetch} />;
  return <h1>{data?.name ?? "Loading…"}</h1>;
}
