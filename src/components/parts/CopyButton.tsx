"use client";

import type { RefObject } from "react";
import { useCatalog } from "../provider/useCatalog.ts";
import { Icon } from "./Icon.tsx";
import { checkPath, copyPath } from "./icon-paths.ts";
import { useCopy } from "./useCopy.ts";

interface CopyButtonProps {
  text: string;
  /** Its text is selected if the page may not write to the clipboard. */
  source: RefObject<Element | null>;
  label: string;
  /** The ID of the element that says what is copied. */
  describedBy?: string;
}

/** A copy button that shows and announces its outcome. Its live region is there, empty, before anything is copied. */
export function CopyButton({ text, source, label, describedBy }: CopyButtonProps) {
  const { strings } = useCatalog();
  const { copy, state } = useCopy(text);
  const outcome = { idle: "", failed: "", copied: strings.copied, selected: strings.copyByHand };
  return (
    <span className="recourse-copy">
      <button
        type="button"
        className="recourse-button"
        data-emphasis="quiet"
        aria-describedby={describedBy}
        onClick={() => copy(text, source.current)}
      >
        <Icon path={state === "copied" ? checkPath : copyPath} />
        <span>{state === "copied" ? strings.copied : label}</span>
      </button>
      <span role="status" className={state === "selected" ? "recourse-hint" : "recourse-offscreen"}>
        {outcome[state]}
      </span>
    </span>
  );
}
