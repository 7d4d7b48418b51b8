import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { typeCheck } from "./type-check.ts";

const guide = await readFile(new URL("../../llms.txt", import.meta.url), "utf8");

/** Each in a file of its own, by where it stands in the guide. */
const files = Object.fromEntries(
  [...guide.matchAll(/^```(tsx?)\n(.*?)^```$/gms)].map(([, language, source = ""], index) => [
    `block-${index + 1}.${language}`,
    source,
  ]),
);

test("Every block of llms.txt has no type error", async () => {
  const said = await typeCheck({
    files,
    compilerOptions: {
      module: "esnext",
      moduleResolution: "bundler",
      jsx: "react-jsx",
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      verbatimModuleSyntax: true,
    },
    packages: [
      "@tanstack/react-query",
      "@types/react",
      "@types/react-dom",
      "msw",
      "react",
      "react-dom",
      "vitest",
      "zod",
    ],
  });

  expect(Object.keys(files)).toHaveLength(8);
  expect(said).toBe("");
});
