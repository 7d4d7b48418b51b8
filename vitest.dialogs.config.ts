import { defineConfig } from "vitest/config";

/** Toasts over the dialogs of the libraries that apps use, which are no part of what `npm ci` installs. */
export default defineConfig({
  test: {
    environment: "node",
    include: ["test/consumers/dialogs.test.ts"],
    globalSetup: ["test/consumers/dialogs-setup.ts"],
    testTimeout: 30_000,
    expect: { poll: { timeout: 10_000 } },
  },
});
