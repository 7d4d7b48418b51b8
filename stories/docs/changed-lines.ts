export interface ChangedLine {
  mark: "+" | "-" | " ";
  text: string;
}

/** What became of a text, line by line, with as many lines kept as can be (the longest common subsequence). */
export function changedLines(before: string, after: string): ChangedLine[] {
  const [old, now] = [before.trimEnd().split("\n"), after.trimEnd().split("\n")];
  const kept = keptCounts(old, now);
  const keptFrom = (from: number, to: number) => kept[from]?.[to] ?? 0;
  const lines: ChangedLine[] = [];
  let [from, to] = [0, 0];
  while (from < old.length || to < now.length) {
    const [oldText = "", newText = ""] = [old[from], now[to]];
    const isBoth = from < old.length && to < now.length;
    if (isBoth && oldText === newText) {
      lines.push({ mark: " ", text: newText });
      from += 1;
      to += 1;
    } else if (to === now.length || (isBoth && keptFrom(from + 1, to) >= keptFrom(from, to + 1))) {
      lines.push({ mark: "-", text: oldText });
      from += 1;
    } else {
      lines.push({ mark: "+", text: newText });
      to += 1;
    }
  }
  return lines;
}

/** How many lines can be kept from each pair of lines on. */
function keptCounts(old: readonly string[], now: readonly string[]): number[][] {
  const kept = Array.from({ length: old.length + 1 }, () => Array<number>(now.length + 1).fill(0));
  const at = (from: number, to: number) => kept[from]?.[to] ?? 0;
  for (let from = old.length - 1; from >= 0; from -= 1) {
    const row = kept[from] ?? [];
    for (let to = now.length - 1; to >= 0; to -= 1)
      row[to] =
        old[from] === now[to]
          ? at(from + 1, to + 1) + 1
          : Math.max(at(from + 1, to), at(from, to + 1));
  }
  return kept;
}
