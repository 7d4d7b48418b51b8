import { checkPackage, type Problem } from "@arethetypeswrong/core";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { describe, expect } from "vitest";
import { PackedKit } from "./packed-kit.ts";
import { test as base } from "./scenario-test.ts";

const test = base.extend(
  "kit",
  { scope: "file" },
  async ({ pageUrl: _builtKit }, { onCleanup }) => {
    const kit = await PackedKit.create();
    onCleanup(() => kit.remove());
    return kit;
  },
);

describe("The tarball", () => {
  test("holds what was built and what there is to read, without source maps", ({ kit }) => {
    const files = kit.files();

    expect(new Set(files.map((path) => path.replace(/\/.*/, "/…")))).toEqual(
      new Set(["CHANGELOG.md", "LICENSE", "README.md", "dist/…", "llms.txt", "package.json"]),
    );
    expect(files.filter((path) => path.endsWith(".map"))).toEqual([]);
  });

  test("gives `require` the very modules that it gives `import`", async ({ kit }) => {
    const { stdout, stderr } = await kit.run(`
      const names = ${JSON.stringify(kit.modules())};
      const areSame = names.map(async (name) => [name, require(name) === (await import(name))]);
      Promise.all(areSame).then((all) => console.log(JSON.stringify(Object.fromEntries(all))));
    `);

    expect(JSON.parse(stdout)).toMatchObject({
      "react-recourse": true,
      "react-recourse/core": true,
      "react-recourse/msw": true,
      "react-recourse/locales/pt-BR": true,
    });
    expect(Object.values(JSON.parse(stdout))).not.toContain(false);
    expect(stderr).toBe("");
  });

  test("has nothing that publint would mend", async ({ kit }) => {
    const tarball = Uint8Array.from(kit.tarball).buffer;
    const { messages, pkg } = await publint({ pack: { tarball }, strict: true });

    expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
  });

  test("has types that are right, for every way to resolve them that Node and TypeScript have", async ({
    kit,
  }) => {
    const entrypoints = kit.entries().map((name) => name.replace("react-recourse", "."));
    const result = await checkPackage(kit.contents, { entrypoints });

    expect(result).toHaveProperty("problems");
    expect("problems" in result && result.problems.filter((found) => !isPast(found))).toEqual([]);
  });
});

/**
 * What was wrong in its time. `node10` knows no `exports`, and TypeScript 7 knows no `node10`; since 5.8 TypeScript lets
 * CommonJS require ES modules, as every Node does that the kit runs on.
 */
function isPast(problem: Problem): boolean {
  const isOfNode10 = "resolutionKind" in problem && problem.resolutionKind === "node10";
  return isOfNode10 || problem.kind === "CJSResolvesToESM";
}
