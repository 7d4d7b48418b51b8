import { inDevelopment } from "./in-development.ts";

/** @param got what goes with the message as it is, such as what was thrown */
export type Warning = readonly [key: string, message: string, ...got: readonly unknown[]];

const warned = new Set<string>();

/**
 * Tells a developer something on the console, once a key as long as the page lives, and nothing in production.
 *
 * @param say as {@link inDevelopment} takes it. The key is of the warning and of what it is about, since all warnings share
 *   one set.
 */
export function warnOnce(say: () => Warning | false): void {
  inDevelopment(() => {
    const [key, message, ...got] = say() || [];
    if (key === undefined || warned.has(key)) return false;
    warned.add(key);
    console.warn(`[react-recourse] ${message}`, ...got);
    return false;
  });
}
