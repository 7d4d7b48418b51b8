/** A look as CSS to paste into an app: only what differs from the kit's own. */

import { changedValues, type Theme } from "./theme.ts";

/** Empty where nothing differs. */
export function themeCss(theme: Theme, defaults: Theme): string {
  const lines = changedValues(theme, defaults).map(([name, value]) => `${name}: ${value};`);
  if (lines.length === 0) return "";
  const root = block(":root", lines);
  if (!lines.some((line) => line.includes("light-dark("))) return root.join("\n");
  return [supportsComment, ...block("@supports (color: light-dark(#000, #fff))", root)].join("\n");
}

const supportsComment =
  "/* The condition keeps build tools from rewriting light-dark(); every browser that the kit is for meets it. */";

function block(head: string, lines: readonly string[]): readonly string[] {
  return [`${head} {`, ...lines.map((line) => `  ${line}`), "}"];
}
