import { useRef } from "react";
import { ErrorCard } from "react-recourse";
import { Form, useSubmit } from "react-router";
import { newApi, toData } from "../api";
import type { Route } from "./+types/action";

/** Returns its error: thrown, it would take the form's place, and what was written in it would be lost. */
export async function action({ request }: Route.ActionArgs) {
  const { text } = Object.fromEntries(await request.formData());
  try {
    await newApi().request("POST /v1/sessions/{sessionId}/messages", {
      params: { sessionId: "s1" },
      body: { text },
    });
    return null;
  } catch (thrown) {
    return toData(thrown);
  }
}

export default function Page({ actionData: error }: Route.ComponentProps) {
  const submit = useSubmit();
  const form = useRef<HTMLFormElement>(null);
  return (
    <Form method="post" ref={form}>
      <label>
        Message <input name="text" />
      </label>
      <button type="submit">Send</button>
      {error && <ErrorCard variant="inline" error={error} onRetry={() => submit(form.current)} />}
      {error === null && <p>Sent</p>}
    </Form>
  );
}
