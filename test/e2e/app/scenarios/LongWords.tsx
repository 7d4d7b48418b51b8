import { useEffect, useState } from "react";
import {
  ApiError,
  createApi,
  defineCatalog,
  ErrorCard,
  ErrorToaster,
  RecourseProvider,
  RequestId,
  toastError,
} from "react-recourse";
import { de } from "react-recourse/locales/de";
import type { ScenarioProps } from "../scenario-props.ts";

const catalog = defineCatalog(
  {
    REVIEW_MISSING: {
      title: "Die Agentenkonfigurationsüberprüfung steht noch aus",
      fix: "Ohne Konfigurationsüberprüfungsbestätigung geht es nicht weiter.",
    },
  },
  de,
);

const error = new ApiError({
  code: "REVIEW_MISSING",
  kind: "conflict",
  status: 409,
  message: "",
  requestId: "req_01J2K8Q4ZD7X3M5V9B6N0T0007",
  route: "POST /v1/konfigurationsüberprüfungen/{konfigurationsüberprüfungskennung}/bestätigung",
});

/** Everything that shows an error, in a language with long words. */
export function LongWords({ apiUrl }: ScenarioProps) {
  const [api] = useState(() => createApi({ baseUrl: apiUrl }));
  useEffect(() => toastError(error, { retry: () => {} }), []);
  return (
    <main lang="de">
      <RecourseProvider api={api} catalog={catalog} appVersion="2.0.0-agentenkonfigurationen">
        <ErrorCard variant="page" error={error} onRetry={() => {}} />
        <ErrorCard error={error} onRetry={() => {}} />
        <ErrorCard variant="inline" error={error} onRetry={() => {}} />
        <RequestId requestId={error.requestId} />
        <ErrorToaster />
      </RecourseProvider>
    </main>
  );
}
