import { useState } from "react";
import { Dialog } from "./Dialog.tsx";
import type { KeyDialogProps } from "./KeyDialogs.tsx";
import { useConsole } from "./useConsole.ts";
import { useService } from "./useService.ts";

const notes: Readonly<Record<string, string>> = {
  "playground-full-access": "May read and change everything",
  "playground-read-only": "May only read",
  "playground-revoked": "Was replaced and no longer works",
};

export function SignInDialog({ onCancel, onKey }: KeyDialogProps) {
  const { apiKey } = useConsole();
  const { now } = useService();
  const known = now.keys.some(({ value }) => value === apiKey);
  const [picked, setPicked] = useState(known ? apiKey : "other");
  const [typed, setTyped] = useState(known ? "" : apiKey);
  return (
    <Dialog title="Sign in with an API key" onCancel={onCancel}>
      <form
        className="pg-form"
        onSubmit={(event) => {
          event.preventDefault();
          onKey(picked === "other" ? typed.trim() : picked);
        }}
      >
        <fieldset className="pg-choices">
          <legend className="pg-offscreen">API key</legend>
          {now.keys.map(({ value, name }) => (
            <label key={value} className="pg-choice">
              <input
                type="radio"
                name="key"
                checked={picked === value}
                onChange={() => setPicked(value)}
              />
              <span className="pg-choice-name">{name}</span>
              <span className="pg-choice-note">{notes[value]}</span>
            </label>
          ))}
          <label className="pg-choice">
            <input
              type="radio"
              name="key"
              checked={picked === "other"}
              onChange={() => setPicked("other")}
            />
            <span className="pg-choice-name">Another key</span>
          </label>
        </fieldset>
        {picked === "other" && (
          <label className="pg-field">
            <span>API key</span>
            <input
              dir="ltr"
              value={typed}
              autoComplete="off"
              spellCheck={false}
              onChange={(event) => setTyped(event.target.value)}
            />
          </label>
        )}
        <div className="pg-form-actions">
          <button type="submit" className="pg-button" data-emphasis="primary">
            Use this key
          </button>
          <button type="button" className="pg-button" onClick={onCancel}>
            Not now
          </button>
        </div>
      </form>
    </Dialog>
  );
}
