import { newApi, type Session } from "./api";
import { MessageForm } from "./message-form";

/** A server component that throws where its request fails. */
export async function SessionPart() {
  const session = await newApi().request<"GET /v1/sessions/{sessionId}", Session>(
    "GET /v1/sessions/{sessionId}",
    { params: { sessionId: "s1" } },
  );
  return (
    <>
      <h1>Session {session.id}</h1>
      <MessageForm sessionId={session.id} />
    </>
  );
}
