/** A table whose first column is words, and all others figures, which stand to the right. */
export function markdownTable(
  header: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const ruler = header.map((_, column) => (column === 0 ? "---" : "--:"));
  return [header, ruler, ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
