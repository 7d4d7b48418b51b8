import { ChoiceField } from "./ChoiceField.tsx";
import { fontChoices, monoFontChoices } from "./choices.ts";
import type { Theme } from "./theme.ts";
import { fontTokens } from "./token-groups.ts";

interface TypeFieldsProps {
  theme: Theme;
  onChange: (changes: Iterable<readonly [string, string]>) => void;
}

export function TypeFields({ theme, onChange }: TypeFieldsProps) {
  const [words, ids] = fontTokens;
  return (
    <div className="looks-plain">
      <ChoiceField {...words} choices={fontChoices} theme={theme} onChange={onChange} />
      <ChoiceField {...ids} choices={monoFontChoices} theme={theme} onChange={onChange} />
    </div>
  );
}
