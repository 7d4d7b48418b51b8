import { useId } from "react";
import { type Choice, valuesOf } from "./choices.ts";
import { defaultTheme } from "./default-theme.ts";
import type { Theme } from "./theme.ts";

interface ChoiceFieldProps {
  label: string;
  meaning: string;
  choices: Readonly<Record<string, Choice>>;
  theme: Theme;
  onChange: (changes: Iterable<readonly [string, string]>) => void;
}

/** A list of which each entry sets one token or more. */
export function ChoiceField({ label, meaning, choices, theme, onChange }: ChoiceFieldProps) {
  const id = useId();
  const options = Object.entries(choices).map(([name, choice]) => ({
    name,
    label: choice.label,
    values: valuesOf(choice, defaultTheme),
  }));
  const picked = options.find(({ values }) =>
    values.every(([token, value]) => theme.get(token) === value),
  );
  return (
    <div className="looks-row">
      <p className="looks-token">
        <strong>
          <label htmlFor={id}>{label}</label>
        </strong>
        <span id={`${id}-meaning`}>
          <bdi>{meaning}</bdi>
        </span>
      </p>
      <select
        id={id}
        className="looks-select"
        aria-describedby={`${id}-meaning`}
        value={picked?.name}
        onChange={({ target }) =>
          onChange(options.find(({ name }) => name === target.value)?.values ?? [])
        }
      >
        {options.map(({ name, label: words }) => (
          <option key={name} value={name}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}
