/** Shows the component `scenarios/Name.tsx` exports as `Name` for `?scenario=Name&api=url`. */

import "react-recourse/styles.css";
import { type ComponentType, StrictMode } from "react";
import { createRoot } from "react-dom/client";
import type { ScenarioProps } from "./scenario-props.ts";

type Scenarios = Record<string, ComponentType<ScenarioProps>>;

// In one file with all others: a page is opened for nearly every test, and each further file costs it time.
const modules = import.meta.glob<Scenarios>(
  ["./scenarios/*.tsx", "!./scenarios/InSonner.tsx", "!./scenarios/RadixDialog.tsx"],
  { eager: true },
);
// Not those with sonner: it writes a style element into the page as soon as it is loaded.
const withSonner = import.meta.glob<Scenarios>([
  "./scenarios/InSonner.tsx",
  "./scenarios/RadixDialog.tsx",
]);
const asked = new URLSearchParams(location.search);
const name = asked.get("scenario") ?? "";
const path = `./scenarios/${name}.tsx`;
const Scenario = (modules[path] ?? (await withSonner[path]?.()))?.[name];
const root = document.getElementById("root");
if (!Scenario || !root) throw new Error(`no scenario exports ${JSON.stringify(name)}`);
createRoot(root).render(
  <StrictMode>
    <Scenario apiUrl={asked.get("api") ?? ""} variant={asked.get("variant") ?? ""} />
  </StrictMode>,
);
