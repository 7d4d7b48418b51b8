import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { createPackageFromTarballData, type Package } from "@arethetypeswrong/core";

const run = promisify(execFile);
const root = fileURLToPath(new URL("../..", import.meta.url));

interface Manifest {
  exports: Record<string, string | Record<string, string>>;
}

/** The package as it is published, of what was built last, installed in an app that has all of our own packages. */
export class PackedKit {
  /** As npm made it. */
  readonly tarball: Buffer;
  readonly contents: Package;
  readonly #appFolder: string;

  private constructor(appFolder: string, tarball: Buffer) {
    this.#appFolder = appFolder;
    this.tarball = tarball;
    this.contents = createPackageFromTarballData(tarball);
  }

  static async create(): Promise<PackedKit> {
    // Below our own `node_modules`, where Node looks for what the kit imports.
    const folder = await mkdtemp(join(root, "node_modules/.cache/packed-kit-"));
    const options = ["--ignore-scripts", "--pack-destination", folder];
    await run("npm", ["pack", ...options], { cwd: root, shell: process.platform === "win32" });
    const [name = ""] = await readdir(folder);
    const kit = new PackedKit(folder, await readFile(join(folder, name)));
    await kit.#unpack();
    return kit;
  }

  /** Paths below the package, in order. */
  files(): string[] {
    return this.contents
      .listFiles()
      .map((path) => path.slice(this.#folder.length))
      .sort();
  }

  /** What an app may import or require, styles and all, each by its full name. */
  entries(): string[] {
    const { exports }: Manifest = JSON.parse(this.contents.readFile(`${this.#folder}package.json`));
    return Object.entries(exports).flatMap(([name, target]) => {
      const [path = ""] = typeof target === "string" ? [target] : Object.values(target).slice(-1);
      return this.#wordsFor(path).map((word) =>
        name.replace("*", word).replace(".", this.contents.packageName),
      );
    });
  }

  /** Those of its entries that are modules. */
  modules(): string[] {
    return this.entries().filter((name) => !/\.(?:css|json)$/.test(name));
  }

  /** Runs a CommonJS script of the app's in plain Node. */
  run(script: string): Promise<{ stdout: string; stderr: string }> {
    return run(process.execPath, ["--eval", script], { cwd: this.#appFolder });
  }

  async remove(): Promise<void> {
    await rm(this.#appFolder, { recursive: true });
  }

  get #folder(): string {
    return `/node_modules/${this.contents.packageName}/`;
  }

  /** What `*` stands for in a target. */
  #wordsFor(target: string): string[] {
    const [before = "", after] = target.replace(/^\.\//, "").split("*");
    if (after === undefined) return [""];
    return this.files()
      .filter((path) => path.startsWith(before) && path.endsWith(after))
      .map((path) => path.slice(before.length, path.length - after.length));
  }

  async #unpack(): Promise<void> {
    for (const path of this.contents.listFiles()) {
      const target = join(this.#appFolder, path);
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, this.contents.readFile(path));
    }
  }
}
