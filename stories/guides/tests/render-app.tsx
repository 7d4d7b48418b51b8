import { render } from "@testing-library/react";
import { type ApiOptions, createApi, ErrorToaster, RecourseProvider } from "react-recourse";
import { SessionName } from "./SessionName.tsx";

/** Renders the app for a test: nothing is retried, and no failure is written to the console. */
export function renderApp({ retry = false }: Pick<ApiOptions, "retry"> = {}) {
  const api = createApi({ baseUrl: "https://api.agntix.example", retry, onError() {} });
  return render(
    <RecourseProvider api={api} remedies={{ openSession() {} }}>
      <SessionName sessionId="ses_1001" />
      <ErrorToaster />
    </RecourseProvider>,
  );
}
