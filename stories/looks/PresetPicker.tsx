import { defaultTheme } from "./default-theme.ts";
import { parseLightDark } from "./parse-tokens.ts";
import { type Preset, presets } from "./presets.ts";
import { readToken, schemes, type Theme, withValues } from "./theme.ts";

interface PresetPickerProps {
  /** None where something in it was changed. */
  picked: Preset | undefined;
  onPick: (theme: Theme) => void;
}

export function PresetPicker({ picked, onPick }: PresetPickerProps) {
  return (
    <fieldset className="looks-presets">
      <legend className="looks-offscreen">Start from</legend>
      {presets.map((preset) => (
        <label key={preset.name} className="looks-preset">
          <input
            type="radio"
            name="preset"
            checked={preset === picked}
            onChange={() => onPick(withValues(defaultTheme, preset.changes))}
          />
          <Miniature theme={withValues(defaultTheme, preset.changes)} />
          <span className="looks-preset-name">{preset.name}</span>
          <span className="looks-preset-note">{preset.note}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** A card, half in light and half in dark. */
function Miniature({ theme }: { theme: Theme }) {
  return (
    <span className="looks-miniature" aria-hidden="true">
      {schemes.map((scheme) => {
        const color = (token: string) => parseLightDark(readToken(theme, token))[scheme];
        return (
          <span
            key={scheme}
            style={{
              background: color("--recourse-surface"),
              borderColor: color("--recourse-line"),
            }}
          >
            <i style={{ background: color("--recourse-danger") }} />
            <b style={{ background: color("--recourse-ink") }} />
            <b style={{ background: color("--recourse-ink-quiet") }} />
            <em
              style={{
                background: color("--recourse-action"),
                borderRadius: readToken(theme, "--recourse-radius-control"),
              }}
            />
          </span>
        );
      })}
    </span>
  );
}
