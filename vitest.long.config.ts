import { defineConfig } from "vitest/config";

/** Long runs, which have a command of their own: they measure the heap, and nothing else may run beside them. */
export default defineConfig({
  test: {
    environment: "node",
    include: ["test/long/**/*.test.ts"],
    pool: "forks",
    execArgv: ["--expose-gc"],
    fileParallelism: false,
    testTimeout: 10 * 60_000,
    // The figures are the report: without the frame that says which test printed them.
    disableConsoleIntercept: true,
  },
});
