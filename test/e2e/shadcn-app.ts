/** An app as `shadcn init` leaves it, in a folder of its own, into which the real CLI puts items of registry.json. */

import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const root = here("../..");
const bin = (path: string) => join(root, "node_modules", path);

/** What it has installed. The CLI installs what `package.json` does not name, so all that items need is among them. */
const packages = [
  ...["react-recourse", "@tanstack/react-query", "zod", "react", "react-dom"],
  ...["@types/react", "@types/react-dom", "tailwindcss", "@tailwindcss/vite"],
  ...["@vitejs/plugin-react", "vite"],
];

export class ShadcnApp {
  readonly #folder: string;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  static async create(): Promise<ShadcnApp> {
    const app = new ShadcnApp(await mkdtemp(join(tmpdir(), "react-recourse-shadcn-")));
    await cp(here("shadcn-app"), app.#in("app"), { recursive: true });
    for (const [name, content] of Object.entries(settings))
      await writeFile(app.#in("app", name), JSON.stringify(content));
    for (const name of packages) await app.#link(name);
    return app;
  }

  /** @returns what the CLI has to say */
  add(item: string): Promise<string> {
    return this.#shadcn(
      "add",
      join(root, `dist/registry/${item}.json`),
      "--yes",
      "--cwd",
      this.#in("app"),
    );
  }

  /** @returns what the compiler has to say, empty when nothing */
  async typeCheck(): Promise<string> {
    const tsc = bin("typescript/bin/tsc");
    const args = [tsc, "-p", this.#in("app")];
    const { stdout } = await run(process.execPath, args).catch((failed) => failed);
    return stdout;
  }

  /** @returns the folder of the built page */
  async build(): Promise<string> {
    await run(process.execPath, [bin("vite/bin/vite.js"), "build"], {
      cwd: this.#in("app"),
      env: { ...process.env, NODE_ENV: "production" },
    });
    return this.#in("app/dist");
  }

  read(path: string): Promise<string> {
    return readFile(this.#in("app", path), "utf8");
  }

  list(path: string): Promise<string[]> {
    return readdir(this.#in("app", path));
  }

  remove(): Promise<void> {
    return rm(this.#folder, { recursive: true });
  }

  #in(...path: string[]): string {
    return join(this.#folder, ...path);
  }

  async #link(name: string): Promise<void> {
    const target = name === "react-recourse" ? root : bin(name);
    const path = this.#in("app/node_modules", name);
    await mkdir(dirname(path), { recursive: true });
    await symlink(target, path, "junction");
  }

  async #shadcn(...args: string[]): Promise<string> {
    const { stdout, stderr } = await run(process.execPath, [bin("shadcn/dist/index.js"), ...args], {
      // Nobody is there: whatever the CLI would fetch fails.
      env: { ...process.env, REGISTRY_URL: "http://127.0.0.1:9" },
    });
    return stdout + stderr;
  }
}

const settings = {
  "package.json": {
    name: "shadcn-app",
    private: true,
    type: "module",
    dependencies: Object.fromEntries(packages.map((name) => [name, "*"])),
  },
  "components.json": {
    $schema: "https://ui.shadcn.com/schema.json",
    style: "new-york",
    rsc: false,
    tsx: true,
    // A base color has a name in a real app. The CLI would fetch it, for a setting that this app does not use.
    tailwind: { config: "", css: "src/index.css", baseColor: "", cssVariables: true },
    iconLibrary: "lucide",
    aliases: { components: "@/components", utils: "@/lib/utils" },
  },
  "tsconfig.json": {
    compilerOptions: {
      target: "es2023",
      lib: ["es2023", "dom", "dom.iterable"],
      module: "esnext",
      moduleResolution: "bundler",
      types: ["vite/client"],
      jsx: "react-jsx",
      strict: true,
      // More than an app has to ask for: what the items bring is at home in the strictest.
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      noPropertyAccessFromIndexSignature: true,
      noUnusedLocals: true,
      noUnusedParameters: true,
      verbatimModuleSyntax: true,
      isolatedModules: true,
      erasableSyntaxOnly: true,
      skipLibCheck: true,
      noEmit: true,
      paths: { "@/*": ["./src/*"] },
    },
    include: ["src"],
  },
};
