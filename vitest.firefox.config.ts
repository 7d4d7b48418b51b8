import { defineConfig } from "vitest/config";

/** What only Firefox shows, which has a command of its own: no Firefox comes with `npm ci`. */
export default defineConfig({
  test: {
    environment: "node",
    include: ["test/firefox/**/*.test.ts"],
    globalSetup: ["test/e2e/global-setup.ts"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
