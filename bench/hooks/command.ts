import { runBench } from "../run-bench.ts";
import { measureHooks } from "./measure-hooks.ts";

export const runHooks = (args: readonly string[]) =>
  runBench(
    { name: "hooks", packages: ["react", "@tanstack/react-query", "ky"], measure: measureHooks },
    args,
  );
