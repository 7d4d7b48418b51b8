import { fileURLToPath } from "node:url";

const source = (path: string) => fileURLToPath(new URL(`../src/${path}`, import.meta.url));

/** Stories import the kit by its public names, and see its sources. */
export const sourceAlias = [
  { find: /^react-recourse$/, replacement: source("index.ts") },
  { find: /^react-recourse\/core$/, replacement: source("core.ts") },
  {
    find: /^react-recourse\/locales\/([\w-]+)$/,
    replacement: source("guidance/locales/$1.ts"),
  },
  { find: /^react-recourse\/forms$/, replacement: source("forms.ts") },
  { find: /^react-recourse\/reporters$/, replacement: source("reporters.ts") },
  { find: /^react-recourse\/sonner$/, replacement: source("sonner.ts") },
  { find: /^react-recourse\/msw$/, replacement: source("msw.ts") },
  {
    find: /^react-recourse\/styles\.css(?=\?|$)/,
    replacement: source("components/styles/styles.css"),
  },
  {
    find: /^react-recourse\/themes\/([\w-]+)\.css$/,
    replacement: source("components/styles/themes/$1.css"),
  },
];
