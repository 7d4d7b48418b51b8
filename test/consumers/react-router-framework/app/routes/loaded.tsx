import { newApi, type Session, toData } from "../api";
import { MessageForm } from "../MessageForm";
import type { Route } from "./+types/loaded";

export async function loader(): Promise<Session> {
  try {
    return await newApi().request<"GET /v1/sessions/{sessionId}", Session>(
      "GET /v1/sessions/{sessionId}",
      { params: { sessionId: "s1" } },
    );
  } catch (thrown) {
    throw toData(thrown);
  }
}

export default function Page({ loaderData }: Route.ComponentProps) {
  return (
    <>
      <h1>Session {loaderData.id}</h1>
      <MessageForm sessionId={loaderData.id} />
    </>
  );
}
