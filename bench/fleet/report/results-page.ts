const begin = "<!-- fleet: written by npm run bench:fleet:all -->";
const end = "<!-- fleet: end -->";

/**
 * Puts the newest results of the fleet into a page, in the place of the last ones.
 * @throws TypeError for a page without a place for them
 */
export function withFleetResults(page: string, results: string): string {
  const [beginsAt, endsAt] = [page.indexOf(begin), page.indexOf(end)];
  if (beginsAt < 0 || endsAt < beginsAt)
    throw new TypeError(`The page must have the lines "${begin}" and "${end}".`);
  return `${page.slice(0, beginsAt + begin.length)}\n\n${results}\n${page.slice(endsAt)}`;
}
