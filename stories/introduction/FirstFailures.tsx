import { useState } from "react";
import {
  createErrorToasts,
  ErrorCard,
  type ErrorToasts,
  useApiMutation,
  useApiQuery,
} from "react-recourse";
import { errorResponse } from "react-recourse/msw";
import * as z from "zod/mini";
import { ExampleApp } from "../docs/ExampleApp.tsx";
import { ToastWindow } from "../docs/ToastWindow.tsx";
import "./first-failures.css";

const Session = z.object({ name: z.string() });
const sessionId = "ses_1001";

/** A service whose session has expired, and which fails to save a rating at every other call. */
function createService() {
  let isExpired = true;
  let ratings = 0;
  return {
    openSession: async () => {
      isExpired = false;
    },
    answer(_: number, method: string): Response {
      if (method === "GET")
        return isExpired
          ? errorResponse("SESSION_EXPIRED")
          : Response.json({ name: "Invoice questions" });
      ratings += 1;
      return ratings % 2 === 1 ? errorResponse("GENERIC_ERROR") : Response.json({ saved: true });
    },
  };
}

function Conversation() {
  const session = useApiQuery("GET /v1/sessions/{sessionId}", {
    params: { sessionId },
    schema: Session,
  });
  if (session.error) return <ErrorCard error={session.error} onRetry={session.refetch} />;
  return <p>{session.data ? `${session.data.name}: the conversation is open.` : "Loading…"}</p>;
}

function Rating() {
  const rate = useApiMutation("POST /v1/sessions/{sessionId}/ratings");
  return (
    <div className="docs-buttons">
      <button
        type="button"
        className="docs-button"
        onClick={() => rate.mutate({ params: { sessionId }, body: { stars: 5 } })}
      >
        Rate this answer
      </button>
      <span role="status">{rate.isSuccess && "Saved. Thank you."}</span>
    </div>
  );
}

/** A small app with one failure in its place, and a button whose failure has none. */
export function FirstFailures() {
  const [service] = useState(createService);
  const [toasts] = useState<ErrorToasts>(createErrorToasts);
  return (
    <ExampleApp
      answer={service.answer}
      toasts={toasts}
      remedies={{ openSession: service.openSession }}
    >
      <div className="first-failures">
        <ToastWindow toasts={toasts} label="Problems in the first example">
          <Conversation />
          <Rating />
        </ToastWindow>
      </div>
    </ExampleApp>
  );
}
