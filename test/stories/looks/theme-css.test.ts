import { build } from "vite";
import { describe, expect, test } from "vitest";

import { parseTokens } from "../../../stories/looks/parse-tokens.ts";
import { presets } from "../../../stories/looks/presets.ts";
import { withValues } from "../../../stories/looks/theme.ts";
import { themeCss } from "../../../stories/looks/theme-css.ts";
import { kitTheme } from "./kit-theme.ts";

describe("themeCss", () => {
  test("is empty for the kit’s own look", () => {
    expect(themeCss(kitTheme, kitTheme)).toBe("");
  });

  test("holds what differs and nothing else", () => {
    const square = withValues(kitTheme, [["--recourse-radius", "0rem"]]);

    expect(themeCss(square, kitTheme)).toBe(":root {\n  --recourse-radius: 0rem;\n}");
  });

  test.for(presets)(
    "gives the look $name back when it is read over the kit’s own",
    ({ changes }) => {
      const theme = withValues(kitTheme, changes);
      const css = themeCss(theme, kitTheme);

      expect([...withValues(kitTheme, parseTokens(css))]).toEqual([...theme]);
    },
  );

  test("keeps light-dark() through a build that rewrites styles for older browsers", async () => {
    const green = withValues(kitTheme, [["--recourse-action", "light-dark(#14532d, #86efac)"]]);

    expect(await built(themeCss(green, kitTheme))).toContain("light-dark(#14532d,#86efac)");
    // Why it has to be asked for.
    expect(await built(":root { --recourse-action: light-dark(#14532d, #86efac) }")).not.toContain(
      "light-dark(",
    );
  });
});

/** What an app's build makes of a stylesheet by Vite's defaults. */
async function built(css: string): Promise<string> {
  const output = await build({
    configFile: false,
    logLevel: "silent",
    build: { write: false, rolldownOptions: { input: "pasted.css" } },
    plugins: [
      {
        name: "pasted-css",
        enforce: "pre",
        resolveId: (source) => (source === "pasted.css" ? "/pasted.css" : undefined),
        load: (id) => (id === "/pasted.css" ? css : undefined),
      },
    ],
  });
  const files = [output].flat().flatMap((one) => ("output" in one ? one.output : []));
  return files.flatMap((file) => ("source" in file ? [String(file.source)] : [])).join("");
}
