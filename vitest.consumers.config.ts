import { defineConfig } from "vitest/config";

/** Apps that install the tarball, which have a command of their own: they take what they need from the registry. */
export default defineConfig({
  test: {
    environment: "node",
    include: ["test/consumers/*.test.ts"],
    testTimeout: 5 * 60_000,
    hookTimeout: 2 * 60_000,
  },
});
