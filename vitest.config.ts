import { fileURLToPath } from "node:url";
import { storybookTest } from "@storybook/addon-vitest/vitest-plugin";
import { playwright } from "@vitest/browser-playwright";
import { defineConfig } from "vitest/config";
import { sourceAlias } from "./.storybook/source-alias.ts";
import { chromiumLaunchOptions } from "./test/browser/chromium.ts";

const launchOptions = await chromiumLaunchOptions();

export default defineConfig({
  test: {
    // In stories React writes down every error that a boundary catches, and catching errors is what they show; and it
    // wants `act` around answers that come in their own time, as they do in a browser.
    onConsoleLog: (log) =>
      !/using the error boundary you provided|not configured to support act/.test(log),
    projects: [
      {
        extends: true,
        resolve: { alias: sourceAlias },
        test: {
          name: "node",
          environment: "node",
          include: ["test/**/*.test.ts"],
          exclude: ["test/{query,components,e2e,long}/**"],
          setupFiles: ["test/node-setup.ts"],
          // One worker's modules and globals serve all of its files: starting them anew cost six times what tests take.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: "dom",
          environment: "jsdom",
          include: ["test/{query,components}/**/*.test.{ts,tsx}"],
          setupFiles: ["test/dom-setup.ts"],
          isolate: false,
        },
      },
      {
        extends: true,
        resolve: { alias: sourceAlias },
        plugins: [
          storybookTest({
            configDir: fileURLToPath(new URL(".storybook", import.meta.url)),
            initialGlobals: { checkEveryLook: true, checkKeyboard: true },
          }),
        ],
        // Bundled before the first story: found later, it would reload the page under a running story.
        optimizeDeps: { include: ["@storybook/addon-a11y/preview"] },
        logLevel: "warn",
        test: {
          name: "stories",
          testTimeout: 60_000,
          browser: {
            enabled: true,
            headless: true,
            // One page for all files; each story cleans up after itself, as it must in Storybook.
            isolate: false,
            provider: playwright({
              launchOptions,
              contextOptions: { permissions: ["clipboard-read", "clipboard-write"] },
            }),
            instances: [{ browser: "chromium" }],
          },
        },
      },
      {
        extends: true,
        test: {
          name: "e2e",
          environment: "node",
          include: ["test/e2e/**/*.test.ts"],
          globalSetup: ["test/e2e/global-setup.ts"],
          testTimeout: 20_000,
          hookTimeout: 60_000,
          // Long enough for a busy machine; what is there is seen at once all the same.
          expect: { poll: { timeout: 10_000 } },
          fileParallelism: false,
          // One worker for all files, so that they share one browser.
          isolate: false,
          // Last, so that the browsers of the stories do not slow down what is timed here.
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
