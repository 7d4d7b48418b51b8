import { execFile } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { typeCheck } from "./type-check.ts";

const run = promisify(execFile);
const root = fileURLToPath(new URL("../..", import.meta.url));
const manifest = JSON.parse(await readFile(join(root, "package.json"), "utf8"));

async function filesIn(folder: string, ending: RegExp): Promise<string[]> {
  const names = await readdir(join(root, folder), { recursive: true });
  return names.filter((name) => ending.test(name)).sort();
}

const importLine = /^(?:import|export)\b(?:.* from)? "([^"]+)";$/gm;

const languages = ["ar", "de", "en", "es", "fr", "ja", "pt-BR", "zh-CN"];

/** What `*` stands for in the exports. */
const names: Record<string, readonly string[]> = {
  "./locales/*": languages,
  "./themes/*.css": ["shadcn", "tailwind"],
};

const read = (...path: string[]) => readFile(join(root, ...path), "utf8");

describe("The built package", () => {
  test("holds every file that its exports name", async () => {
    const files = new Set((await filesIn("dist", /./)).map((name) => `./dist/${name}`));
    const targets = Object.entries<string | Record<string, string>>(manifest.exports)
      .flatMap(([name, target]) => {
        const paths = typeof target === "string" ? [target] : Object.values(target);
        return paths.flatMap((path) =>
          (names[name] ?? [""]).map((word) => path.replace("*", word)),
        );
      })
      .filter((target) => target !== "./package.json");

    expect(Object.keys(names)).toEqual(
      Object.keys(manifest.exports).filter((name) => name.includes("*")),
    );
    expect(targets).toContain("./dist/core.js");
    expect(targets).toContain("./dist/themes/shadcn.css");
    expect(targets).toContain("./dist/guidance/locales/pt-BR.d.ts");
    expect(targets.filter((target) => !files.has(target))).toEqual([]);
  });

  test("brings along nothing but its own modules", async () => {
    const allowed = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies });
    const imports = new Set<string>();
    for (const name of await filesIn("dist", /\.js$/))
      for (const [, source = ""] of (await read("dist", name)).matchAll(importLine))
        imports.add(source);
    const foreign = [...imports].filter((source) => !source.startsWith("."));

    expect(foreign).toContain("react-error-boundary");
    expect(
      foreign.filter((source) =>
        allowed.every((name) => source !== name && !source.startsWith(`${name}/`)),
      ),
    ).toEqual([]);
    expect(await filesIn("dist", /node_modules|rolldown-runtime/)).toEqual([]);
  });

  test("brings no language but English into an app that asks for none", async () => {
    const imported = new Set<string>();
    for (const name of await filesIn("dist", /\.js$/))
      for (const [, source = ""] of (await read("dist", name)).matchAll(importLine))
        if (/(?:^|\/)locales\//.test(join(dirname(name), source))) imported.add(basename(source));

    expect([...imported]).toEqual(["en.js"]);
    expect(await filesIn("dist/guidance/locales", /\.js$/)).toEqual(
      languages.map((language) => `${language}.js`),
    );
  });

  test('says "use client" in the files whose source says it', async () => {
    const built = await filesIn("dist", /\.js$/);
    const marked: string[] = [];
    for (const name of await filesIn("src", /\.tsx?$/))
      if (/^"use client";$/m.test(await read("src", name)))
        marked.push(name.replace(/\.tsx?$/, ".js"));
    const kept: string[] = [];
    for (const name of built)
      if ((await read("dist", name)).startsWith('"use client";')) kept.push(name);

    expect(kept).not.toEqual([]);
    expect(kept).toEqual(marked.filter((name) => built.includes(name)));
  });

  test("gives plain Node its core", async () => {
    const script = `
      import { createApi, isApiError } from "react-recourse/core";
      const api = createApi({ baseUrl: "http://127.0.0.1:9", retry: false, onError: () => {} });
      const error = await api.request("GET /v1/sessions").catch((thrown) => thrown);
      console.log(isApiError(error, "NETWORK_ERROR"));`;

    const { stdout } = await run(process.execPath, ["--input-type=module", "--eval", script], {
      cwd: root,
    });

    expect(stdout.trim()).toBe("true");
  });

  test.for([
    ["bundler", "esnext"],
    ["nodenext", "nodenext"],
  ] as const)(
    "gives its types to an app under moduleResolution %s",
    async ([resolution, module]) => {
      const said = await typeCheck({
        files: { "app.ts": appSource },
        compilerOptions: {
          module,
          moduleResolution: resolution,
          noUncheckedSideEffectImports: true,
        },
      });

      expect(said).toBe("");
    },
  );
});

/** Whatever resolves to `any` leaves an expected error out, which is an error. */
const appSource = `
import { createApi } from "react-recourse/core";
import * as kit from "react-recourse";
import * as msw from "react-recourse/msw";
import { createReporter } from "react-recourse/reporters";
import { ptBR } from "react-recourse/locales/pt-BR";
import "react-recourse/register";
import "react-recourse/styles.css";
import "react-recourse/tailwind.css";
import "react-recourse/themes/shadcn.css";
import "react-recourse/themes/tailwind.css";
// @ts-expect-error no such stylesheet
import "react-recourse/noSuchSheet.css";
const api = createApi({ baseUrl: "https://api.example" });
export const session: Promise<unknown> = api.request("GET /v1/sessions/{sessionId}", { params: { sessionId: "s1" } });
// @ts-expect-error params are missing
api.request("GET /v1/sessions/{sessionId}");
// @ts-expect-error no such export
kit.noSuchExport;
export const sameWords: kit.Catalog = ptBR;
// @ts-expect-error a catalog's language is no number
export const noNumber: number = ptBR.language;
// @ts-expect-error no such export
msw.noSuchExport;
// @ts-expect-error an incident has no such part
createReporter((incident) => incident.noSuchPart);
`;
