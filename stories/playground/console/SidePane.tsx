import { type KeyboardEvent, useRef } from "react";
import { AgentPane } from "./AgentPane.tsx";
import { FaultsPane } from "./FaultsPane.tsx";
import { useConsole } from "./useConsole.ts";

const tabs = [
  { id: "agent", label: "Agent" },
  { id: "faults", label: "Faults" },
] as const;

export function SidePane() {
  const { sidePane, openPane } = useConsole();
  const list = useRef<HTMLDivElement>(null);

  /** Two tabs: each arrow goes to the other one (ARIA Authoring Practices, "Tabs"). */
  function moveByArrow({ key }: KeyboardEvent): void {
    if (key !== "ArrowLeft" && key !== "ArrowRight") return;
    const other = sidePane === "agent" ? "faults" : "agent";
    openPane(other);
    list.current?.querySelector<HTMLElement>(`#pg-tab-${other}`)?.focus();
  }

  return (
    <aside className="pg-side" aria-label="Agent and faults">
      <div
        ref={list}
        className="pg-tabs"
        role="tablist"
        aria-label="Agent and faults"
        onKeyDown={moveByArrow}
      >
        {tabs.map(({ id, label }) => (
          <button
            type="button"
            key={id}
            id={`pg-tab-${id}`}
            role="tab"
            aria-selected={sidePane === id}
            aria-controls="pg-tab-panel"
            tabIndex={sidePane === id ? 0 : -1}
            onClick={() => openPane(id)}
          >
            {label}
          </button>
        ))}
      </div>
      <div
        className="pg-side-body"
        id="pg-tab-panel"
        role="tabpanel"
        aria-labelledby={`pg-tab-${sidePane}`}
      >
        {sidePane === "agent" ? <AgentPane /> : <FaultsPane />}
      </div>
    </aside>
  );
}
