/** Takes over what a server has rendered at the time `?at=`. */

import "react-recourse/styles.css";
import { hydrateRoot } from "react-dom/client";
import { ServedPage } from "./ServedPage.tsx";

declare global {
  interface Window {
    /** What React could not take over as it was; undefined until it has begun to. */
    hydrationErrors?: string[];
  }
}

const root = document.getElementById("root");
if (!root) throw new Error("the server has rendered no page");
const errors: string[] = [];
window.hydrationErrors = errors;
const atMs = Number(new URLSearchParams(location.search).get("at"));
hydrateRoot(root, <ServedPage atMs={atMs} />, {
  onRecoverableError: (error) => void errors.push(String(error)),
});
