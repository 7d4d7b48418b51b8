/**
 * Measures contestants in turns, in each round every one once, and each time another one first: what slows a machine for a
 * while slows all of them, and nobody always comes after the same other. Gives each one's figures, round by round.
 */
export async function inRounds<Name extends string, Figure>(
  names: readonly Name[],
  rounds: number,
  measure: (name: Name) => Promise<Figure>,
): Promise<{ name: Name; figures: Figure[] }[]> {
  const all = names.map((name): { name: Name; figures: Figure[] } => ({ name, figures: [] }));
  for (let round = 0; round < rounds; round += 1)
    for (const { name, figures } of orderOf(all, round)) figures.push(await measure(name));
  return all;
}

/** Each time from another one on: forwards, and once all have been first, backwards. */
export function orderOf<T>(all: readonly T[], round: number): T[] {
  const first = round % all.length;
  const turned = [...all.slice(first), ...all.slice(0, first)];
  return Math.floor(round / all.length) % 2 === 0 ? turned : turned.toReversed();
}
