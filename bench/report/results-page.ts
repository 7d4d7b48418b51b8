import { readFile, writeFile } from "node:fs/promises";

const file = new URL("../RESULTS.md", import.meta.url);

/** Puts the newest results of a bench into the page of all, in the place of its last ones. */
export async function keepResults(bench: string, results: string): Promise<void> {
  await writeFile(file, withResults(await readFile(file, "utf8"), bench, results));
}

/**
 * The page with these results of a bench in the place of its last ones.
 * @throws TypeError for a page without a place for them
 */
export function withResults(page: string, bench: string, results: string): string {
  const [begin = ""] = page.match(new RegExp(`<!-- ${bench}: written by .* -->`)) ?? [];
  const end = `<!-- ${bench}: end -->`;
  const [beginsAt, endsAt] = [page.indexOf(begin), page.indexOf(end)];
  if (begin === "" || endsAt < beginsAt)
    throw new TypeError(
      `The page must have the lines "<!-- ${bench}: written by … -->", "${end}".`,
    );
  return `${page.slice(0, beginsAt + begin.length)}\n\n${results}\n${page.slice(endsAt)}`;
}
