/** A look: a CSS value for each of the custom properties that the kit has on `:root`. */

import { parseHex, type Rgb } from "./color.ts";
import { type LightDark, parseLightDark } from "./parse-tokens.ts";
import type { ColorToken } from "./token-groups.ts";

export type Theme = ReadonlyMap<string, string>;

export type Scheme = keyof LightDark;

export const schemes = ["light", "dark"] as const satisfies readonly Scheme[];

export const schemeNames = { light: "Light", dark: "Dark" } as const satisfies Record<
  Scheme,
  string
>;

/** The other values stay as they are. */
export function withValues(theme: Theme, changes: Iterable<readonly [string, string]>): Theme {
  return new Map([...theme, ...changes]);
}

export function isSameTheme(one: Theme, other: Theme): boolean {
  return one.size === other.size && changedValues(one, other).length === 0;
}

/** What a theme says differently, in its order. */
export function changedValues(theme: Theme, from: Theme): readonly (readonly [string, string])[] {
  return [...theme].filter(([name, value]) => value !== from.get(name));
}

/** @throws Error for a token that the theme has no value for */
export function readToken(theme: Theme, token: string): string {
  const value = theme.get(token);
  if (value === undefined) throw new Error(`the theme must have a value for ${token}`);
  return value;
}

/** @throws Error for a colour that is not written as hex */
export function colorOf(theme: Theme, token: ColorToken, scheme: Scheme): Rgb {
  const text = parseLightDark(readToken(theme, token))[scheme];
  const color = parseHex(text);
  if (!color) throw new Error(`${token} must be a hex colour: got ${text}`);
  return color;
}
