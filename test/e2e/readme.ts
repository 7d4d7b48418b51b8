/** What README.md tells people to run and to write, taken from it as it stands. */

import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

const path = fileURLToPath(new URL("../../README.md", import.meta.url));

const block = /^```(\w+)\n(.*?)^```$/gms;

/** The texts of its code blocks in one language, in order. */
export async function readmeBlocks(language: string): Promise<readonly string[]> {
  const readme = await readFile(path, "utf8");
  return [...readme.matchAll(block)]
    .filter(([, name]) => name === language)
    .map(([, , text = ""]) => text);
}

/**
 * The app that it shows.
 * @throws Error where it shows none, or more than one
 */
export async function readmeApp(): Promise<string> {
  const [app, ...others] = await readmeBlocks("tsx");
  if (app === undefined || others.length > 0)
    throw new Error(`README.md must have one tsx block: got ${others.length + (app ? 1 : 0)}`);
  return app;
}
