import type { RefObject } from "react";
import { useCopy } from "react-recourse";

interface EditorHeaderProps {
  css: string;
  /** Where the CSS stands, to be selected where the page may not write to the clipboard. */
  code: RefObject<HTMLElement | null>;
  /** How many pairs of colors are closer than they may be. */
  tooClose: number;
  pairs: number;
  onReset: () => void;
}

export function EditorHeader({ css, code, tooClose, pairs, onReset }: EditorHeaderProps) {
  const { copy, state } = useCopy();
  const isDefault = css === "";
  return (
    <header className="looks-header">
      <div>
        <h1>Theme editor</h1>
        <p>
          <bdi>Start from a look, change what you like, and paste the CSS into your app.</bdi>
        </p>
      </div>
      <div className="looks-actions">
        <p role="status" className="looks-verdict" data-good={tooClose === 0 || undefined}>
          {tooClose === 0
            ? `All ${pairs} pairs of colors hold WCAG AA`
            : `${tooClose} of ${pairs} pairs of colors are too close`}
        </p>
        <button type="button" className="looks-button" aria-disabled={isDefault} onClick={onReset}>
          Reset
        </button>
        <button
          type="button"
          className="looks-button"
          data-primary
          aria-disabled={isDefault}
          onClick={() => isDefault || copy(css, code.current)}
        >
          {state === "copied" ? "Copied" : "Copy CSS"}
        </button>
        <span role="status" className={state === "selected" ? "looks-hint" : "looks-offscreen"}>
          {outcome[state]}
        </span>
      </div>
    </header>
  );
}

const outcome = {
  idle: "",
  failed: "",
  copied: "Copied",
  selected: "The CSS below is selected: copy it with your keyboard.",
};
