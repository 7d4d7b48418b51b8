import * as core from "react-recourse/core";
import type { ScenarioProps } from "../scenario-props.ts";

declare global {
  interface Window {
    /** `react-recourse/core` as the page got it, for tests to call in the page. */
    core: typeof core;
  }
}

export function Core({ apiUrl }: ScenarioProps) {
  window.core = core;
  return <p>Calls {apiUrl}</p>;
}
