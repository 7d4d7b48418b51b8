import {
  QueryClient,
  QueryClientProvider,
  useMutation,
  useQueryClient,
} from "@tanstack/react-query";
import { useState } from "react";
import {
  apiMutationOptions,
  createApi,
  ErrorToaster,
  errorToasts,
  RecourseProvider,
  toastError,
  useApi,
  useApiMutation,
  useApiQuery,
  useErrorLog,
} from "react-recourse";
import { PersonSession, signingOf } from "../person-session.ts";
import type { ScenarioProps } from "../scenario-props.ts";

const people = ["ada", "bob"];

/** Two people who use one page one after the other. `variant` names what their calls are signed with. */
export function TwoPeople({ apiUrl, variant }: ScenarioProps) {
  const [session] = useState(() => new PersonSession());
  const [client] = useState(() => new QueryClient());
  const [api] = useState(() =>
    createApi({
      baseUrl: apiUrl,
      retry: { baseDelayMs: 30_000, random: () => 0, gate: "api" },
      onError: () => {},
      ...signingOf(variant, session, apiUrl),
    }),
  );
  const [person, setPerson] = useState<string | null>(null);
  const change = (act: () => void) => () => {
    act();
    setPerson(session.person);
  };
  return (
    <QueryClientProvider client={client}>
      <RecourseProvider api={api}>
        <p>Signed in: {person ?? "nobody"}</p>
        {people.map((name) => (
          <button key={name} type="button" onClick={change(() => session.signIn(name))}>
            Sign in as {name}
          </button>
        ))}
        <button type="button" onClick={change(() => session.end())}>
          Let the session end
        </button>
        <button
          type="button"
          onClick={change(() => {
            session.end();
            client.clear();
          })}
        >
          Sign out by client.clear()
        </button>
        <button
          type="button"
          onClick={change(() => {
            session.end();
            errorToasts.forget();
          })}
        >
          Sign out by errorToasts.forget()
        </button>
        {person && <Notes key={person} person={person} />}
        <Log />
        <ErrorToaster />
      </RecourseProvider>
    </QueryClientProvider>
  );
}

const writeNote = "POST /v1/people/{personId}/notes";

function Notes({ person }: { person: string }) {
  const api = useApi();
  const client = useQueryClient();
  const params = { personId: person };
  const note = { params, body: { text: `of ${person}` } };
  const profile = useApiQuery("GET /v1/people/{personId}", { params }, { enabled: false });
  const save = useApiMutation(writeNote);
  const saveWithKey = useApiMutation(writeNote, { idempotencyKey: true });
  const saveInTurn = useMutation(
    apiMutationOptions(api, writeNote, {}, { scope: { id: "notes" }, meta: { errorToast: true } }),
    client,
  );
  return (
    <>
      <button type="button" onClick={() => void profile.refetch()}>
        Load
      </button>
      <span data-testid="loaded">{profile.status}</span>
      <button type="button" onClick={() => save.mutate(note)}>
        Save
      </button>
      <button type="button" onClick={() => saveWithKey.mutate(note)}>
        Save with a key
      </button>
      <button type="button" onClick={() => saveInTurn.mutate(note)}>
        Save in turn
      </button>
      <button type="button" onClick={() => void api.request(writeNote, note).catch(toastError)}>
        Save without a hook
      </button>
    </>
  );
}

function Log() {
  return (
    <ul data-testid="log">
      {useErrorLog().map(({ fingerprint, error }) => (
        <li key={fingerprint}>
          {error.path} {error.requestId}
        </li>
      ))}
    </ul>
  );
}
