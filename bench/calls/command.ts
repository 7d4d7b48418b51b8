import { runBench } from "../run-bench.ts";
import { measureCalls } from "./measure-calls.ts";

export const runCalls = (args: readonly string[]) =>
  runBench(
    {
      name: "calls",
      packages: ["ky", "axios", "up-fetch", "@better-fetch/fetch"],
      measure: measureCalls,
    },
    args,
  );
