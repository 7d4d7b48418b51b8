import { connection } from "next/server";
import { newApi } from "@/lib/api";
import { MessageForm } from "@/lib/message-form";

export default async function Page() {
  await connection();
  const session = await newApi().request("GET /v1/sessions/{sessionId}", {
    params: { sessionId: "s1" },
  });
  return (
    <>
      <h1>Session {(session as { id: string }).id}</h1>
      <MessageForm sessionId="s1" />
    </>
  );
}
