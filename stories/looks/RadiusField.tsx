import { useId } from "react";
import type { RadiusNote } from "./token-groups.ts";

interface RadiusFieldProps {
  token: RadiusNote;
  /** In rem. */
  value: string;
  onChange: (value: string) => void;
}

const pxPerRem = 16;

export function RadiusField({ token, value, onChange }: RadiusFieldProps) {
  const id = useId();
  const rem = Number.parseFloat(value);
  return (
    <div className="looks-row">
      <p className="looks-token">
        <strong>
          <label htmlFor={id}>{token.label}</label>
        </strong>
        <span id={`${id}-meaning`}>
          <bdi>{token.meaning}</bdi>
        </span>
      </p>
      <span className="looks-range">
        <input
          id={id}
          type="range"
          aria-describedby={`${id}-meaning`}
          aria-valuetext={`${rem * pxPerRem} pixels`}
          min={0}
          max={token.maxRem}
          step={1 / pxPerRem}
          value={rem}
          onChange={(event) => onChange(`${event.target.value}rem`)}
        />
        <output htmlFor={id} dir="ltr">
          {rem * pxPerRem} px
        </output>
      </span>
    </div>
  );
}
