/** Reads the kit's custom properties out of its CSS as it stands. */

/** The `--recourse-*` that the text gives a value on `:root`, in their order. */
export function parseTokens(css: string): ReadonlyMap<string, string> {
  const tokens = new Map<string, string>();
  for (const [, block = ""] of withoutComments(css).matchAll(/:root\s*\{([^}]*)\}/g))
    for (const [, name = "", value = ""] of block.matchAll(
      /(--recourse-[\w-]+)\s*:([^;]*)(?:;|$)/g,
    ))
      tokens.set(name, value.trim().replace(/\s+/g, " "));
  return tokens;
}

/** Every `--recourse-*` that the text declares, wherever it does. */
export function declaredTokens(css: string): ReadonlySet<string> {
  const declared = withoutComments(css).matchAll(/(--recourse-[\w-]+)\s*:/g);
  return new Set([...declared].map(([, name = ""]) => name));
}

const withoutComments = (css: string) => css.replace(/\/\*[\s\S]*?\*\//g, "");

/** Takes `light-dark(a, b)` apart, wherever it stands in the value. What has none is the same in both. */
export function parseLightDark(value: string): { light: string; dark: string } {
  return {
    light: value.replaceAll(lightDark, "$<light>"),
    dark: value.replaceAll(lightDark, "$<dark>"),
  };
}

/** The two values may be functions, such as `rgb(0 0 0)`, and nothing deeper. */
const lightDark =
  /light-dark\((?<light>(?:[^(),]|\([^()]*\))+),\s*(?<dark>(?:[^(),]|\([^()]*\))+)\)/g;
