import { SessionApp } from "../SessionApp.tsx";
import type { ScenarioProps } from "../scenario-props.ts";

const retry = { baseDelayMs: 1, random: () => 0 };

/** Retries follow at once, as far as the server allows, and never by chance. */
export function QuickSession({ apiUrl }: ScenarioProps) {
  return <SessionApp apiUrl={apiUrl} retry={retry} />;
}
