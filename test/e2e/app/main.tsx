/** Shows the component `scenarios/Name.tsx` exports as `Name` for `?scenario=Name&api=url`. */

import "react-recourse/styles.css";
import { type ComponentType, StrictMode } from "react";
import { createRoot } from "react-dom/client";
import type { ScenarioProps } from "./scenario-props.ts";

// In one file with all others: a page is opened for nearly every test, and each further file costs it time.
const modules = import.meta.glob<Record<string, ComponentType<ScenarioProps>>>(
  "./scenarios/*.tsx",
  { eager: true },
);
const asked = new URLSearchParams(location.search);
const name = asked.get("scenario") ?? "";
const Scenario = modules[`./scenarios/${name}.tsx`]?.[name];
const root = document.getElementById("root");
if (!Scenario || !root) throw new Error(`no scenario exports ${JSON.stringify(name)}`);
createRoot(root).render(
  <StrictMode>
    <Scenario apiUrl={asked.get("api") ?? ""} variant={asked.get("variant") ?? ""} />
  </StrictMode>,
);
