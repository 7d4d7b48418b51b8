import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, it, onTestFinished } from "vitest";

const run = promisify(execFile);
const path = (name: string) => fileURLToPath(new URL(`../${name}`, import.meta.url));

describe("A release", () => {
  /** The changelog and the README of version 1.2.3, which was to be. */
  async function named(changelog: string): Promise<string[]> {
    const folder = await mkdtemp(join(tmpdir(), "react-recourse-release-"));
    onTestFinished(() => rm(folder, { recursive: true }));
    await writeFile(join(folder, "package.json"), JSON.stringify({ version: "1.2.3" }));
    await writeFile(join(folder, "CHANGELOG.md"), changelog);
    await writeFile(join(folder, "README.md"), "npm install ./react-recourse-1.2.2.tgz\n");
    await run(process.execPath, [path("scripts/name-release.mjs")], { cwd: folder });
    return Promise.all(
      ["CHANGELOG.md", "README.md"].map((name) => readFile(join(folder, name), "utf8")),
    );
  }

  it("names the changelog's unreleased part and the tarball by its version", async () => {
    const changelog = "# Changelog\n\n## Next (unreleased)\n\nNew.\n\n## 1.2.2\n\nOld.\n";
    expect(await named(changelog)).toEqual([
      changelog.replace("Next (unreleased)", "1.2.3"),
      "npm install ./react-recourse-1.2.3.tgz\n",
    ]);
  });

  it("does not come about where the changelog tells of nothing", async () => {
    await expect(named("# Changelog\n\n## 1.2.2\n\nOld.\n")).rejects.toThrow(
      'CHANGELOG.md must have a part "## … (unreleased)": got none',
    );
  });
});

describe("The workflows", async () => {
  const names = await readdir(path(".github/workflows"));
  const texts = await Promise.all(
    names.map((name) => readFile(path(`.github/workflows/${name}`), "utf8")),
  );
  const all = texts.join("\n");

  it("run what CI runs, and hold no secret", () => {
    expect(names.sort()).toEqual(["ci.yml", "release.yml"]);
    expect(all.match(/run: \.ci\/run$/gm)).toHaveLength(2);
    expect(all).not.toMatch(/secrets\.|_TOKEN: (?!\$\{\{ github\.token \}\})/);
  });

  it("take other people's actions by their commits", () => {
    const used = all.match(/uses: .*/g) ?? [];
    expect(used.length).toBeGreaterThan(0);
    expect(used.filter((line) => !/@[0-9a-f]{40} # v\d/.test(line))).toEqual([]);
  });

  it("let one job publish, which does not run what it has not locked", () => {
    const [, publish = ""] = all.split(/^ {2}publish:$/m);
    expect(all.match(/id-token: write/g)).toHaveLength(1);
    expect(publish).toContain("id-token: write");
    expect(publish).not.toMatch(/changesets|npm install|npx/);
  });
});
