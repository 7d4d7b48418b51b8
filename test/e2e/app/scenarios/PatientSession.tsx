import { SessionApp } from "../SessionApp.tsx";
import type { ScenarioProps } from "../scenario-props.ts";

const retry = { baseDelayMs: 60_000, maxDelayMs: 60_000, random: () => 0 };

/** Waits 30 s before it tries again: longer than any test. */
export function PatientSession({ apiUrl }: ScenarioProps) {
  return <SessionApp apiUrl={apiUrl} retry={retry} />;
}
