import { Glyph, type GlyphName } from "./Glyph.tsx";
import { type Pane, useConsole } from "./useConsole.ts";

const panes: readonly { pane: Pane; label: string; glyph: GlyphName }[] = [
  { pane: "sessions", label: "Sessions", glyph: "list" },
  { pane: "conversation", label: "Chat", glyph: "chat" },
  { pane: "agent", label: "Agent", glyph: "agent" },
  { pane: "faults", label: "Faults", glyph: "bolt" },
];

/** Where there is no room for three columns: one pane at a time. */
export function PaneSwitch() {
  const { pane: current, openPane } = useConsole();
  return (
    <nav className="pg-pane-switch" aria-label="Panes">
      {panes.map(({ pane, label, glyph }) => (
        <button
          type="button"
          key={pane}
          data-opens={pane}
          aria-current={pane === current ? "true" : undefined}
          onClick={() => openPane(pane)}
        >
          <Glyph name={glyph} />
          {label}
        </button>
      ))}
    </nav>
  );
}
