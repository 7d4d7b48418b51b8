import { runBench } from "../run-bench.ts";
import { measureWeights } from "./measure-weights.ts";

export const runWeights = (args: readonly string[]) =>
  runBench(
    {
      name: "weights",
      packages: [
        ...["vite", "ky", "axios", "up-fetch", "@better-fetch/fetch", "zod"],
        ...["react-error-boundary", "sonner"],
      ],
      measure: measureWeights,
    },
    args,
  );
