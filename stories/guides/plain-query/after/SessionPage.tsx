import { ErrorCard } from "react-recourse";
import { useArchiveSession, useSession } from "./sessions.ts";

export function SessionPage() {
  const session = useSession("ses_1001");
  const archive = useArchiveSession("ses_1001");

  if (session.isPending) return <p>Loading…</p>;
  if (session.isLoadingError) return <ErrorCard error={session.error} onRetry={session.refetch} />;
  return (
    <section aria-label="Session">
      <h2>{session.data.name}</h2>
      <button type="button" onClick={() => archive.mutate()}>
        Archive
      </button>
      {archive.isSuccess && <p>Archived</p>}
    </section>
  );
}
