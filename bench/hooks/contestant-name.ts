export const contestantNames = ["timer", "bare", "ky", "kit"] as const;

export type ContestantName = (typeof contestantNames)[number];

export const contestantTitles: Record<ContestantName, string> = {
  timer: "`useQuery`, `fetch` with an abort timer",
  bare: "`useQuery`, `fetch` without one",
  ky: "`useQuery`, ky",
  kit: "**`useApiQuery`**",
};
