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
 * Its one block of TypeScript with a word in it.
 * @throws Error where it has none, or more than one
 */
export async function readmeBlockWith(word: string): Promise<string> {
  const [source, ...others] = (await readmeBlocks("ts")).filter((text) => text.includes(word));
  if (source === undefined || others.length > 0)
    throw new Error(
      `README.md must have one ts block with ${word}: got ${others.length + (source ? 1 : 0)}`,
    );
  return source;
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
