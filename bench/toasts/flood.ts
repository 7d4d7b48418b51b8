/** Many failures, and how they come. */
export interface Flood {
  title: string;
  failures: number;
  /** How many of them a person would tell apart. */
  causes: number;
  /** Whether all come in one task, as from one answer, or each in one of its own, as from so many answers. */
  isAtOnce: boolean;
}

export const floods: readonly Flood[] = [
  { title: "1,000 distinct failures, at once", failures: 1_000, causes: 1_000, isAtOnce: true },
  { title: "1,000 distinct failures, one by one", failures: 1_000, causes: 1_000, isAtOnce: false },
  { title: "10,000 failures of 20 causes, at once", failures: 10_000, causes: 20, isAtOnce: true },
  {
    title: "10,000 failures of 20 causes, one by one",
    failures: 10_000,
    causes: 20,
    isAtOnce: false,
  },
];

/** Fewer of all, to see whether the bench works. */
export const trickles: readonly Flood[] = floods.map((flood) => ({
  ...flood,
  title: `${flood.title} (a hundredth)`,
  failures: flood.failures / 100,
  causes: Math.max(2, flood.causes / 100),
}));
