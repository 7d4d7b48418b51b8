import { useRef, useState } from "react";
import { ColorGroupFields } from "./ColorGroupFields.tsx";
import { formatHex } from "./color.ts";
import { isTooClose, measurePairs } from "./contrast-pairs.ts";
import { defaultTheme } from "./default-theme.ts";
import { EditorHeader } from "./EditorHeader.tsx";
import { FieldGroup } from "./FieldGroup.tsx";
import { PasteCss } from "./PasteCss.tsx";
import { PresetPicker } from "./PresetPicker.tsx";
import { formatLightDark, parseLightDark } from "./parse-tokens.ts";
import { presetOf } from "./presets.ts";
import { ShapeFields } from "./ShapeFields.tsx";
import { ThemePreview } from "./ThemePreview.tsx";
import { TypeFields } from "./TypeFields.tsx";
import { colorOf, readToken, type Scheme, type Theme, withValues } from "./theme.ts";
import { themeCss } from "./theme-css.ts";
import { type ColorToken, colorGroups } from "./token-groups.ts";
import "./editor.css";

/** Changes every custom property of the kit, shows what comes of it in light and dark, and gives the CSS to paste. */
export function ThemeEditor() {
  const [theme, setTheme] = useState<Theme>(defaultTheme);
  const code = useRef<HTMLPreElement>(null);
  const css = themeCss(theme, defaultTheme);
  const pairs = { light: pairsIn(theme, "light"), dark: pairsIn(theme, "dark") };
  const all = [...pairs.light, ...pairs.dark];

  function change(changes: Iterable<readonly [string, string]>): void {
    setTheme((current) => withValues(current, changes));
  }

  function changeColor(token: ColorToken, scheme: Scheme, hex: string): void {
    setTheme((current) => {
      const both = parseLightDark(readToken(current, token));
      return withValues(current, [[token, formatLightDark({ ...both, [scheme]: hex })]]);
    });
  }

  return (
    <main className="looks-editor">
      <EditorHeader
        css={css}
        code={code}
        tooClose={all.filter(isTooClose).length}
        pairs={all.length}
        onReset={() => setTheme(defaultTheme)}
      />
      <PresetPicker picked={presetOf(theme, defaultTheme)} onPick={setTheme} />
      <div className="looks-workbench">
        <form
          className="looks-fields"
          aria-label="Tokens"
          onSubmit={(event) => event.preventDefault()}
        >
          {colorGroups.map((group) => (
            <FieldGroup key={group.title} title={group.title}>
              <ColorGroupFields
                group={group}
                hexOf={(token, scheme) => formatHex(colorOf(theme, token, scheme))}
                pairs={pairs}
                onChange={changeColor}
              />
            </FieldGroup>
          ))}
          <FieldGroup title="Shape">
            <ShapeFields theme={theme} onChange={change} />
          </FieldGroup>
          <FieldGroup title="Type">
            <TypeFields theme={theme} onChange={change} />
          </FieldGroup>
        </form>
        <ThemePreview theme={theme} />
      </div>
      <PasteCss css={css} code={code} file={presetOf(theme, defaultTheme)?.file} />
    </main>
  );
}

function pairsIn(theme: Theme, scheme: Scheme) {
  return measurePairs((token) => colorOf(theme, token, scheme));
}
