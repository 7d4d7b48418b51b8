/** A look: a CSS value for each of the custom properties that the kit has on `:root`. */

import type { LightDark } from "./parse-tokens.ts";

export type Theme = ReadonlyMap<string, string>;

export type Scheme = keyof LightDark;

export const schemes = ["light", "dark"] as const satisfies readonly Scheme[];

export const schemeNames = { light: "Light", dark: "Dark" } as const satisfies Record<
  Scheme,
  string
>;

/** @throws Error for a token that the theme has no value for */
export function readToken(theme: Theme, token: string): string {
  const value = theme.get(token);
  if (value === undefined) throw new Error(`the theme must have a value for ${token}`);
  return value;
}
