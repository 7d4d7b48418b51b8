import { isDevelopment } from "./is-development.ts";

/** What has been said: a page would say the same at every render. Module-level, as it is of the page and not of a component. */
const said = new Set<string>();

/** Tells the developer something on the console, in development only and once for each text. */
export function warnOnce(text: string): void {
  if (said.has(text) || !isDevelopment()) return;
  said.add(text);
  console.warn(`[react-recourse] ${text}`);
}
