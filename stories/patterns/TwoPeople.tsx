import { QueryClient, QueryClientProvider, useQueryClient } from "@tanstack/react-query";
import { useState, useSyncExternalStore } from "react";
import { apiKey, createApi, RecourseProvider, useApiMutation, useErrorLog } from "react-recourse";
import { ToastWindow } from "../docs/ToastWindow.tsx";
import { NoteService, type Person } from "./note-service.ts";

/** A page that two people share, and beside it what its service got. */
export function TwoPeople() {
  const [service] = useState(() => new NoteService());
  const [client] = useState(() => new QueryClient());
  const [api] = useState(() =>
    createApi({
      baseUrl: "https://api.agntix.example",
      credentials: apiKey(service.key),
      fetch: service.fetch,
      onError: () => {},
      retry: false,
    }),
  );
  return (
    <QueryClientProvider client={client}>
      <RecourseProvider api={api}>
        <ToastWindow label="Problems with the notes">
          <Notes service={service} />
        </ToastWindow>
      </RecourseProvider>
    </QueryClientProvider>
  );
}

function Notes({ service }: { service: NoteService }) {
  const client = useQueryClient();
  const [person, setPerson] = useState<Person | undefined>(service.signedIn);
  const save = useApiMutation("POST /v1/notes");

  function signIn(next: Person | undefined): void {
    service.signedIn = next;
    setPerson(next);
  }

  return (
    <>
      <h3>{person ? `${person}’s notes` : "Nobody is signed in"}</h3>
      <label>
        <input
          type="checkbox"
          defaultChecked={service.isDown}
          onChange={({ target }) => {
            service.isDown = target.checked;
          }}
        />{" "}
        The service is down
      </label>
      <div className="docs-buttons">
        <button
          type="button"
          className="docs-button"
          onClick={() => save.mutate({ body: { text: `From ${person ?? "nobody"}` } })}
        >
          Save a note
        </button>
        <button
          type="button"
          className="docs-button"
          onClick={() => {
            signIn(undefined);
            client.clear();
          }}
        >
          Sign out
        </button>
        <button type="button" className="docs-button" onClick={() => signIn(undefined)}>
          Let the session expire
        </button>
        <button type="button" className="docs-button" onClick={() => signIn("Ada")}>
          Sign in as Ada
        </button>
        <button type="button" className="docs-button" onClick={() => signIn("Bob")}>
          Sign in as Bob
        </button>
      </div>
      <Arrived service={service} />
      <Remembered />
    </>
  );
}

function Arrived({ service }: { service: NoteService }) {
  const arrived = useSyncExternalStore(service.subscribe, service.arrived);
  if (arrived.length === 0) return <p className="docs-quiet">Nothing has arrived yet.</p>;
  return (
    <ul className="docs-rows" aria-label="What arrived">
      {arrived.map(({ number, signer, text, status }) => (
        <li key={number}>
          <span>{text}</span>
          <span className="docs-quiet">
            {signer === "nobody" ? "unsigned" : `signed by ${signer}`}, answered {status}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Remembered() {
  const log = useErrorLog();
  if (log.length === 0) return <p className="docs-quiet">The log is empty.</p>;
  return (
    <ul className="docs-rows" aria-label="The log">
      {log.map(({ fingerprint, error }) => (
        <li key={fingerprint} className="docs-quiet">
          In the log: {error.requestId ?? error.code}
        </li>
      ))}
    </ul>
  );
}
