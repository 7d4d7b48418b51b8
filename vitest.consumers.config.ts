import { defineConfig } from "vitest/config";

const common = {
  environment: "node",
  // Each installs and builds an app, which takes all cores that there are.
  fileParallelism: false,
  hookTimeout: 2 * 60_000,
  expect: { poll: { timeout: 10_000 } },
} as const;

/** What takes more from the registry than `npm ci` installs, and has a command of its own. */
export default defineConfig({
  test: {
    reporters: ["verbose"],
    projects: [
      {
        // Apps that install the tarball.
        test: {
          ...common,
          name: "apps",
          include: ["test/consumers/*.test.ts"],
          exclude: ["test/consumers/dialogs.test.ts"],
          globalSetup: ["test/consumers/global-setup.ts"],
          testTimeout: 5 * 60_000,
        },
      },
      {
        // Toasts over the dialogs of the libraries that apps use.
        test: {
          ...common,
          name: "dialogs",
          include: ["test/consumers/dialogs.test.ts"],
          globalSetup: ["test/consumers/dialogs-setup.ts"],
          testTimeout: 30_000,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
