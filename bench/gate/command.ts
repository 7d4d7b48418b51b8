import { runBench } from "../run-bench.ts";
import { measureGate } from "./measure-gate.ts";

export const runGate = (args: readonly string[]) =>
  runBench({ name: "gate", packages: [], measure: measureGate }, args);
