import { ChoiceField } from "./ChoiceField.tsx";
import { shadowChoices } from "./choices.ts";
import { RadiusField } from "./RadiusField.tsx";
import { readToken, type Theme } from "./theme.ts";
import { radiusTokens } from "./token-groups.ts";

interface ShapeFieldsProps {
  theme: Theme;
  onChange: (changes: Iterable<readonly [string, string]>) => void;
}

export function ShapeFields({ theme, onChange }: ShapeFieldsProps) {
  return (
    <div className="looks-plain">
      {radiusTokens.map((token) => (
        <RadiusField
          key={token.name}
          token={token}
          value={readToken(theme, token.name)}
          onChange={(value) => onChange([[token.name, value]])}
        />
      ))}
      <ChoiceField
        label="Shadows"
        meaning="Under cards, and deeper under toasts."
        choices={shadowChoices}
        theme={theme}
        onChange={onChange}
      />
    </div>
  );
}
