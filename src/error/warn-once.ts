import { inDevelopment } from "./in-development.ts";

/** @param got values that the console gets unchanged, such as what was thrown */
export type Warning = readonly [key: string, message: string, ...got: readonly unknown[]];

const warned = new Set<string>();

/**
 * Warns a developer on the console, once per key for as long as the page lives; never in production.
 *
 * @param say as {@link inDevelopment} takes it. The key names the warning and its subject, since all warnings share one set
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
