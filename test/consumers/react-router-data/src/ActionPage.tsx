import { useRef } from "react";
import { ErrorCard, toApiError } from "react-recourse";
import { type ActionFunctionArgs, data, Form, useActionData, useSubmit } from "react-router";
import { api } from "./api";

/** Returns its error: thrown, it would take the form's place, and what was written in it would be lost. */
export async function sendMessage({ request }: ActionFunctionArgs) {
  const { text } = Object.fromEntries(await request.formData());
  try {
    await api.request("POST /v1/sessions/{sessionId}/messages", {
      params: { sessionId: "s1" },
      body: { text },
    });
    return { error: undefined };
  } catch (thrown) {
    const error = toApiError(thrown);
    // With a status of failure the loaders do not run again.
    return data({ error }, { status: error.status ?? 500 });
  }
}

export function ActionPage() {
  const answer = useActionData<typeof sendMessage>();
  const submit = useSubmit();
  const form = useRef<HTMLFormElement>(null);
  return (
    <Form method="post" ref={form}>
      <label>
        Message <input name="text" />
      </label>
      <button type="submit">Send</button>
      {answer?.error && (
        <ErrorCard variant="inline" error={answer.error} onRetry={() => submit(form.current)} />
      )}
      {answer && !answer.error && <p>Sent</p>}
    </Form>
  );
}
