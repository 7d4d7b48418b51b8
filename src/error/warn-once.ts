import { isDevelopment } from "./is-development.ts";

const warned = new Set<string>();

/**
 * Tells a developer something on the console, once a key as long as the page lives, and nothing in production.
 *
 * @param key of the warning and of what it is about, since all warnings share one set
 * @param got what goes with the message as it is, such as what was thrown
 */
export function warnOnce(key: string, message: string, ...got: readonly unknown[]): void {
  if (warned.has(key) || !isDevelopment()) return;
  warned.add(key);
  console.warn(`[react-recourse] ${message}`, ...got);
}
