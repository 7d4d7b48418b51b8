import { useSendMessage, useSession } from "./sessions.ts";

export function SessionPage() {
  const session = useSession("s1");
  const send = useSendMessage("s1");

  if (session.isPending) return <p>Loading…</p>;
  if (session.isLoadingError) return <p>{session.error.message}</p>;
  return (
    <main>
      <h1>Session {session.data.id}</h1>
      <button type="button" onClick={() => session.refetch()}>
        Refresh
      </button>
      <button type="button" onClick={() => send.mutate("Hello")}>
        Send
      </button>
      {send.isSuccess && <p>Sent</p>}
    </main>
  );
}
