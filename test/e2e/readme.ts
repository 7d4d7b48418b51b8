/** What README.md and other pages tell people to run and to write, taken from them as they stand. */

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

const block = /^```(\w+)\n(.*?)^```$/gms;

/** The texts of a page's code blocks in one language, in order. */
export async function codeBlocks(page: string, language: string): Promise<readonly string[]> {
  const text = await readFile(join(root, page), "utf8");
  return [...text.matchAll(block)]
    .filter(([, name]) => name === language)
    .map(([, , code = ""]) => code);
}

export const readmeBlocks = (language: string) => codeBlocks("README.md", language);

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
