import { useId } from "react";
import { ColorField } from "./ColorField.tsx";
import {
  formatRatio,
  involves,
  isTooClose,
  type MeasuredPair,
  tellPair,
} from "./contrast-pairs.ts";
import { type Scheme, schemeNames, schemes } from "./theme.ts";
import type { ColorGroup, ColorToken } from "./token-groups.ts";

interface ColorGroupFieldsProps {
  group: ColorGroup;
  hexOf: (token: ColorToken, scheme: Scheme) => string;
  pairs: Readonly<Record<Scheme, readonly MeasuredPair[]>>;
  onChange: (token: ColorToken, scheme: Scheme, hex: string) => void;
}

/** A row per token: its color in light and in dark, each with how far it stands off from what it is seen on. */
export function ColorGroupFields({ group, hexOf, pairs, onChange }: ColorGroupFieldsProps) {
  const id = useId();
  return (
    <div className="looks-colors">
      <p className="looks-columns" aria-hidden="true">
        {schemes.map((scheme) => (
          <span key={scheme}>{schemeNames[scheme]}</span>
        ))}
      </p>
      {group.tokens.map(({ name, label, meaning }) => (
        <div key={name} className="looks-row">
          <p className="looks-token">
            <strong>{label}</strong>
            <span>
              <bdi>{meaning}</bdi>
            </span>
          </p>
          {schemes.map((scheme) => {
            const measured = pairs[scheme].filter((pair) => involves(pair, name));
            const noteId = `${id}${name}-${scheme}`;
            return (
              <div key={scheme} className="looks-cell">
                <ColorField
                  label={`${label}, ${scheme}`}
                  value={hexOf(name, scheme)}
                  noteId={measured.length > 0 ? noteId : undefined}
                  onChange={(hex) => onChange(name, scheme, hex)}
                />
                <Distance pairs={measured} id={noteId} />
              </div>
            );
          })}
          {schemes.map((scheme) => (
            <Problem
              key={scheme}
              scheme={scheme}
              pairs={pairs[scheme].filter((pair) => involves(pair, name) && isTooClose(pair))}
            />
          ))}
        </div>
      ))}
    </div>
  );
}

/** The closest of a token's pairs, by what each needs. */
function closest(pairs: readonly MeasuredPair[]): MeasuredPair | undefined {
  return pairs.toSorted((one, other) => one.ratio / one.needs - other.ratio / other.needs)[0];
}

function Distance({ pairs, id }: { pairs: readonly MeasuredPair[]; id: string }) {
  const pair = closest(pairs);
  if (!pair) return null;
  return (
    <small id={id} className="looks-distance" data-bad={isTooClose(pair) || undefined}>
      <span className="looks-offscreen">Lowest contrast </span>
      {formatRatio(pair.ratio)}
    </small>
  );
}

function Problem({ scheme, pairs }: { scheme: Scheme; pairs: readonly MeasuredPair[] }) {
  const pair = closest(pairs);
  if (!pair) return null;
  const others = pairs.length - 1;
  return (
    <p className="looks-problem">
      <bdi>
        <b>{schemeNames[scheme]}</b> {tellPair(pair)}
        {others > 0 && ` And ${others} more ${others === 1 ? "pair" : "pairs"}.`}
      </bdi>
    </p>
  );
}
