import { useArchiveSession, useSession } from "./sessions.ts";

export function SessionPage() {
  const session = useSession("ses_1001");
  const archive = useArchiveSession("ses_1001");

  if (session.isPending) return <p>Loading…</p>;
  if (session.isLoadingError) return <p>{session.error.message}</p>;
  return (
    <section aria-label="Session">
      <h2>{session.data.name}</h2>
      <button type="button" onClick={() => archive.mutate()}>
        Archive
      </button>
      {archive.isSuccess && <p>Archived</p>}
      {archive.error && <p>{archive.error.message}</p>}
    </section>
  );
}
