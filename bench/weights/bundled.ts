/** What an app imports, as one bundle. */
export interface Bundled {
  title: string;
  /** The app's modules by their names. */
  modules: AppModules;
}

/** `app.js` is what the page loads. */
export interface AppModules extends Readonly<Record<string, string>> {
  readonly "app.js": string;
}

function bundled(title: string, ...lines: readonly string[]): Bundled {
  return { title, modules: { "app.js": lines.join("\n") } };
}

/** The schema of README's app, for which it imports Zod. */
const schema = `
  import * as z from "zod/mini";
  export const Session = z.object({ id: z.string(), name: z.string() });`;

const createApi = 'export { createApi } from "react-recourse";';
const ky = 'export { default as ky } from "ky";';

const clientImports: readonly (readonly [title: string, code: string])[] = [
  ["**`createApi`**", createApi],
  ["ky", ky],
  ["axios", 'export { default as axios } from "axios";'],
  ["up-fetch", 'export { up } from "up-fetch";'],
  ["better-fetch", 'export { betterFetch } from "@better-fetch/fetch";'],
];

/** Clients, each by itself and with a schema. */
export const clients = clientImports.map(([title, code]) => ({
  alone: bundled(title, code),
  withZod: bundled(title, code, schema),
}));

const readmeImports = `export {
  apiKey, createApi, ErrorBoundary, ErrorToaster, RecourseProvider, useApiSuspenseQuery
} from "react-recourse";`;

export const readmeApp = bundled("**what README's app imports**", readmeImports, schema);

/** What an app has instead that takes the usual libraries. */
export const usualApp = bundled(
  "ky, zod/mini, react-error-boundary, sonner",
  ky,
  'export { ErrorBoundary } from "react-error-boundary";',
  'export { Toaster, toast } from "sonner";',
  schema,
);

/** A page that loads what it shows failures with once there is one. */
export const patientApp: Bundled = {
  title: "**`createApi`, `RecourseProvider`, `useApiQuery`**; card and toaster by `import()`",
  modules: {
    "app.js": `
      export { createApi, RecourseProvider, useApiQuery } from "react-recourse";
      export const loadCard = () => import("./card.js");
      export const loadToaster = () => import("./toaster.js");`,
    "card.js": 'export { ErrorCard } from "react-recourse";',
    "toaster.js": 'export { ErrorToaster } from "react-recourse";',
  },
};

const further = [
  bundled("`/forms`", 'export * from "react-recourse/forms";'),
  bundled("`/reporters`", 'export * from "react-recourse/reporters";'),
  bundled("`/sonner`", 'export * from "react-recourse/sonner";'),
  bundled("`/locales/de`", 'export * from "react-recourse/locales/de";'),
  bundled("`/locales/ja`", 'export * from "react-recourse/locales/ja";'),
];

/** Parts of the kit, each as all that an app imports. */
export const parts: readonly Bundled[] = [
  bundled("`isApiError`", 'export { isApiError } from "react-recourse";'),
  bundled("`toApiError`", 'export { toApiError } from "react-recourse";'),
  ...further,
  bundled("`/core`", 'export * from "react-recourse/core";'),
  bundled("all of `react-recourse`", 'export * from "react-recourse";'),
];

/** README's app with one more entry point each. */
export const furtherEntries = further.map(({ title, modules }) =>
  bundled(title, readmeImports, schema, modules["app.js"]),
);

/** Bundles of the kit alone. Of each, what a page loads at first is taken apart. */
export const dissected: readonly Bundled[] = [
  bundled("`createApi`", createApi),
  bundled("what README's app imports, without zod/mini", readmeImports),
  { ...patientApp, title: "`createApi`, `RecourseProvider`, `useApiQuery`" },
];
