import { useId, useState } from "react";
import { formatHex, parseHex } from "./color.ts";

interface ColorFieldProps {
  label: string;
  /** As `#rrggbb`. */
  value: string;
  /** Id of the element that tells how it reads. */
  noteId: string | undefined;
  onChange: (hex: string) => void;
}

/** A color to pick or to write. What is no color yet stays in the field and changes nothing. */
export function ColorField({ label, value, noteId, onChange }: ColorFieldProps) {
  const [draft, setDraft] = useState<string>();
  const hintId = useId();
  const isUnread = draft !== undefined && !parseHex(draft);

  function write(text: string): void {
    setDraft(text);
    const color = parseHex(text);
    if (color) onChange(formatHex(color));
  }

  return (
    <>
      <span className="looks-color" data-bad={isUnread || undefined}>
        <input
          type="color"
          aria-label={`${label}, color picker`}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
        <input
          type="text"
          aria-label={label}
          aria-invalid={isUnread || undefined}
          aria-describedby={[isUnread && hintId, noteId].filter(Boolean).join(" ") || undefined}
          spellCheck={false}
          autoComplete="off"
          maxLength={7}
          dir="ltr"
          value={draft ?? value}
          onChange={(event) => write(event.target.value)}
          onBlur={() => setDraft(undefined)}
        />
      </span>
      {isUnread && (
        <small id={hintId} className="looks-unread">
          Write it as #rrggbb
        </small>
      )}
    </>
  );
}
