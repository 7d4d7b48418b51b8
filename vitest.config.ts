import { fileURLToPath } from "node:url";
import { storybookTest } from "@storybook/addon-vitest/vitest-plugin";
import { playwright } from "@vitest/browser-playwright";
import { defineConfig } from "vitest/config";
import { sourceAlias } from "./.storybook/source-alias.ts";
import { chromiumLaunchOptions } from "./test/browser/chromium.ts";

const inPackages = (folder: string, name: string) =>
  fileURLToPath(new URL(`${folder}node_modules/${name}`, import.meta.url));

/** The oldest React and TanStack Query that the kit supports. */
const oldestPeers = [
  ...["react", "react-dom"].map((name) => ({
    find: new RegExp(`^${name}(?=$|/)`),
    replacement: inPackages("test/oldest-peers/", name),
  })),
  {
    find: /^@tanstack\/react-query$/,
    replacement: inPackages("test/oldest-peers/", "@tanstack/react-query/build/modern/index.js"),
  },
];
/** The modules of those whose CommonJS, which Node takes, would require the newest React. */
const usersOfReact = [
  ["@testing-library/react", "dist/@testing-library/react.esm.js"],
  ["react-error-boundary", "dist/react-error-boundary.js"],
  ["sonner", "dist/index.mjs"],
].map(([name, file]) => ({
  find: new RegExp(`^${name}$`),
  replacement: inPackages("", `${name}/${file}`),
}));

const inlined = [
  "@tanstack/react-query",
  "@testing-library/react",
  "react-error-boundary",
  "sonner",
];

/** By itself: a context that a server has streamed warns of each browser's render in the same process from then on. */
const streamed = "test/components/provider/streamed-markup.test.tsx";
/** By themselves: Sentry's SDK puts functions of its own in the places of the worker's. */
const withSentry = "test/report/sentry-*.test.{ts,tsx}";

/** What a test of the logic takes in no case, on a machine that is busy with others. */
const busyTimeout = 20_000;

interface JsdomFiles {
  include: string[];
  exclude?: string[];
  /** Without it the files of a project share their workers. */
  isolate: boolean;
}

function inJsdom(name: string, { include, exclude = [], isolate }: JsdomFiles) {
  const isOldest = name.endsWith("oldest-peers");
  return {
    extends: true as const,
    ...(isOldest && { resolve: { alias: [...oldestPeers, ...usersOfReact] } }),
    test: {
      name,
      environment: "jsdom",
      testTimeout: busyTimeout,
      include: include.map((path) => path.replace(/\*\*$/, "**/*.test.{ts,tsx}")),
      exclude,
      setupFiles: ["test/dom-setup.ts"],
      isolate,
      // Else Node itself would resolve their React, and know no alias.
      ...(isOldest && { server: { deps: { inline: inlined } } }),
    },
  };
}

const launchOptions = await chromiumLaunchOptions();

export default defineConfig({
  test: {
    // In stories React writes down every error that a boundary catches, and catching errors is what they show; and it
    // wants `act` around answers that come in their own time, as they do in a browser. React 18 warns of a server's
    // renderer in the same process as the browser's.
    onConsoleLog: (log) =>
      !/using the error boundary you provided|not configured to support act|Detected multiple renderers/.test(
        log,
      ),
    projects: [
      {
        extends: true,
        resolve: { alias: sourceAlias },
        test: {
          name: "node",
          environment: "node",
          testTimeout: busyTimeout,
          include: ["test/**/*.test.ts"],
          exclude: ["test/{query,components,e2e,firefox,long,consumers}/**", withSentry],
          setupFiles: ["test/node-setup.ts"],
          // One worker's modules and globals serve all of its files: starting them anew cost six times what tests take.
          isolate: false,
        },
      },
      inJsdom("dom", {
        include: ["test/{query,components}/**"],
        exclude: [streamed],
        isolate: false,
      }),
      inJsdom("oldest-peers", {
        include: ["test/{query,components}/**"],
        exclude: [
          streamed,
          // React Router takes the newest React, and React 18 has no Activity.
          "**/react-router.test.tsx",
          "**/hidden-remedy.test.tsx",
          "**/newest-query.test.tsx",
          // TanStack Query 5.89 lets what it hydrates reject unheard.
          "**/revive-streamed-errors.test.tsx",
        ],
        isolate: false,
      }),
      inJsdom("sentry", { include: [withSentry], isolate: true }),
      {
        ...inJsdom("guides", { include: ["stories/guides/tests/*.test.tsx"], isolate: false }),
        resolve: { alias: sourceAlias },
      },
      inJsdom("streamed", { include: [streamed], isolate: true }),
      inJsdom("streamed-oldest-peers", { include: [streamed], isolate: true }),
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
          // Two workers for all files, each with one browser: 119 s in the place of 190. More would wait for each other.
          maxWorkers: 2,
          isolate: false,
          // Last, so that the browsers of the stories do not slow down what is timed here.
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
