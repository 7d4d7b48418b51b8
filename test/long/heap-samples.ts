import { setImmediate } from "node:timers/promises";

export interface HeapSample {
  calls: number;
  heapBytes: number;
}

/** What is in use once all that can be collected has been. Needs `--expose-gc`. */
export async function usedHeapBytes(): Promise<number> {
  const { gc } = globalThis;
  if (!gc) throw new Error("run with --expose-gc: npx vitest run --config vitest.long.config.ts");
  // A collection ends the marking that was under way and leaves what died meanwhile to the next, as it does what a
  // finaliser lets go of. After two rounds one sample in ten was 7 to 12 MiB too high; after four none of 60 was.
  for (let round = 0; round < 4; round += 1) {
    await setImmediate();
    await gc({ type: "major", execution: "async" });
  }
  return process.memoryUsage().heapUsed;
}

/**
 * By how much the heap grows with each call: the median of the slopes between every two samples (Theil-Sen), because a
 * sample that falls into the engine's own housekeeping is megabytes off.
 */
export function bytesPerCall(samples: readonly HeapSample[]): number {
  const slopes = samples.flatMap((from, index) =>
    samples.slice(index + 1).map((to) => (to.heapBytes - from.heapBytes) / (to.calls - from.calls)),
  );
  const sorted = slopes.sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Prints the samples, one a line, and the slope of the last ones. */
export function printSamples(
  title: string,
  samples: readonly HeapSample[],
  slope: number,
  tookMs: number,
): void {
  const lines = samples.map(
    ({ calls, heapBytes }) =>
      `${calls.toLocaleString("en").padStart(11)} ${(heapBytes / 2 ** 20).toFixed(2).padStart(8)} MiB`,
  );
  const rate = Math.round((samples.at(-1)?.calls ?? 0) / (tookMs / 1_000)).toLocaleString("en");
  console.log(
    [
      `\n${title}`,
      ...lines,
      `      slope ${slope.toFixed(2).padStart(8)} bytes a call`,
      `       took ${(tookMs / 1_000).toFixed(0).padStart(8)} s, ${rate} calls a second`,
    ].join("\n"),
  );
}
