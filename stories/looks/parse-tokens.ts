/** Reads the kit's custom properties out of CSS text, as it stands in its files. */

/** A value for each colour scheme. */
export interface LightDark {
  light: string;
  dark: string;
}

/** The `--recourse-*` that the text gives a value on `:root`, in their order. A later value replaces an earlier one. */
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
export function parseLightDark(value: string): LightDark {
  return { light: choose(value, 0), dark: choose(value, 1) };
}

function choose(value: string, scheme: 0 | 1): string {
  const start = value.indexOf("light-dark(");
  if (start === -1) return value;
  const { parts, end } = readArguments(value, start + "light-dark(".length);
  return value.slice(0, start) + (parts[scheme] ?? "") + choose(value.slice(end), scheme);
}

/** The arguments of a function whose `(` ends before `from`, and where it ends. */
function readArguments(value: string, from: number): { parts: readonly string[]; end: number } {
  const parts: string[] = [];
  let depth = 0;
  let start = from;
  for (let at = from; at < value.length; at += 1) {
    const letter = value[at];
    const ends = depth === 0 && letter === ")";
    if (ends || (depth === 0 && letter === ",")) {
      parts.push(value.slice(start, at).trim());
      start = at + 1;
    }
    if (ends) return { parts, end: at + 1 };
    if (letter === "(") depth += 1;
    if (letter === ")") depth -= 1;
  }
  return { parts, end: value.length };
}
