import { describe, expect, test } from "vitest";
import { isTooClose, measurePairs, tellPair } from "../../../stories/looks/contrast-pairs.ts";

import { findPreset, presetOf, presets } from "../../../stories/looks/presets.ts";
import { colorOf, schemes, withValues } from "../../../stories/looks/theme.ts";
import { kitTheme } from "./kit-theme.ts";

const looks = presets.flatMap(({ name, changes }) =>
  schemes.map((scheme) => ({ name, theme: withValues(kitTheme, changes), scheme })),
);

describe("The presets", () => {
  test.for(looks)("are readable: $name in $scheme", ({ theme, scheme }) => {
    const measured = measurePairs((token) => colorOf(theme, token, scheme));

    expect(measured.filter(isTooClose).map(tellPair)).toEqual([]);
  });

  test.for(schemes)("promise 7:1 for text in high contrast, and keep it in %s", (scheme) => {
    const theme = withValues(kitTheme, findPreset("High contrast").changes);
    const text = measurePairs((token) => colorOf(theme, token, scheme)).filter(
      ({ needs }) => needs === 4.5,
    );

    expect(text.filter(({ ratio }) => ratio < 7).map(tellPair)).toEqual([]);
  });

  test.for(presets)("change what the kit has and nothing else: $name", ({ changes }) => {
    expect([...changes.keys()].filter((token) => !kitTheme.has(token))).toEqual([]);
  });
});

describe("presetOf", () => {
  test("knows a look by its values, until one is changed", () => {
    const theme = withValues(kitTheme, findPreset("Clay").changes);

    expect(presetOf(new Map(theme), kitTheme)?.name).toBe("Clay");
    expect(presetOf(withValues(theme, [["--recourse-radius", "0rem"]]), kitTheme)).toBeUndefined();
    expect(presetOf(kitTheme, kitTheme)?.name).toBe("Default");
  });
});
