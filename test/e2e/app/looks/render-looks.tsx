import { createRoot } from "react-dom/client";
import { Looks } from "./Looks.tsx";

/** Called by pages, because what is only imported is dropped: the package says that its scripts have no side effects. */
export function renderLooks(): void {
  const root = document.getElementById("root");
  if (!root) throw new Error("the page must have a #root");
  createRoot(root).render(<Looks />);
}
