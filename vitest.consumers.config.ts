import { defineConfig } from "vitest/config";

/** What takes more from the registry than `npm ci` installs, and has a command of its own. */
export default defineConfig({
  test: {
    projects: [
      {
        // Apps that install the tarball.
        test: {
          name: "apps",
          environment: "node",
          include: ["test/consumers/tarball.test.ts"],
          testTimeout: 5 * 60_000,
          hookTimeout: 2 * 60_000,
        },
      },
      {
        // Toasts over the dialogs of the libraries that apps use.
        test: {
          name: "dialogs",
          environment: "node",
          include: ["test/consumers/dialogs.test.ts"],
          globalSetup: ["test/consumers/dialogs-setup.ts"],
          testTimeout: 30_000,
          expect: { poll: { timeout: 10_000 } },
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
