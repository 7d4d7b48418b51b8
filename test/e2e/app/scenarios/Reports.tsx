import { useState } from "react";
import { bearer, createApi, RecourseProvider, useApi } from "react-recourse";
import type { ScenarioProps } from "../scenario-props.ts";

/** An app that keeps its token where all tabs find it, and renews it. It asks for what each person may see, and more. */
export function Reports({ apiUrl }: ScenarioProps) {
  const [endings, setEndings] = useState(0);
  const [api] = useState(() =>
    createApi({
      baseUrl: apiUrl,
      retry: false,
      onError: () => {},
      credentials: bearer({
        token: () => localStorage.getItem("token"),
        refresh: () => askForToken(`${apiUrl}/v1/refresh`),
        onSessionExpired: () => setEndings((before) => before + 1),
      }),
    }),
  );
  return (
    <RecourseProvider api={api}>
      <button type="button" onClick={() => askForToken(`${apiUrl}/v1/sign-in`)}>
        Sign in
      </button>
      <p data-testid="endings">{endings}</p>
      <Route name="Profile" route="GET /v1/profile" />
      <Route name="Report" route="GET /v1/report" />
    </RecourseProvider>
  );
}

function Route({ name, route }: { name: string; route: "GET /v1/profile" | "GET /v1/report" }) {
  const api = useApi();
  const [outcomes, setOutcomes] = useState<string[]>([]);
  const note = (outcome: unknown) => setOutcomes((before) => [...before, String(outcome)]);
  const ask = () => api.request(route).then(note, ({ code }) => note(code));
  return (
    <>
      <button type="button" onClick={ask}>
        {name}
      </button>
      <p data-testid={name}>{outcomes.join(", ")}</p>
    </>
  );
}

async function askForToken(url: string): Promise<string> {
  const answer = await fetch(url, { method: "POST" });
  const { token } = await answer.json();
  localStorage.setItem("token", token);
  return token;
}
