/** The middle of some numbers, and between what the middle half of them lies. */
export interface Spread {
  median: number;
  low: number;
  high: number;
}

export function spreadOf(numbers: readonly number[]): Spread {
  const sorted = numbers.toSorted((a, b) => a - b);
  return { median: at(sorted, 0.5), low: at(sorted, 0.25), high: at(sorted, 0.75) };
}

/** What lies at that share of the way through sorted numbers; between two of them, in between. */
function at(sorted: readonly number[], share: number): number {
  const place = share * (sorted.length - 1);
  const [below, above] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  if (below === undefined || above === undefined) return Number.NaN;
  return below + (above - below) * (place % 1);
}

/** What each round's figure is as a multiple of another's in the same round: what slowed both is in neither. */
export function ratioTo(base: readonly number[], figures: readonly number[]): Spread {
  return spreadOf(figures.map((figure, round) => figure / (base[round] ?? Number.NaN)));
}

/** As `1.54x (1.51 to 1.58)`. */
export function ratioText({ median, low, high }: Spread): string {
  return `${median.toFixed(2)}x (${low.toFixed(2)} to ${high.toFixed(2)})`;
}
