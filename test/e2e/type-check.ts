import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
const root = fileURLToPath(new URL("../..", import.meta.url));

interface AdopterApp {
  /** Its sources by their names. */
  files: Readonly<Record<string, string>>;
  compilerOptions: Readonly<Record<string, unknown>>;
  /** What it has installed beside the kit. Default: nothing. */
  packages?: readonly string[];
}

/**
 * Type-checks an app in a folder of its own, with the built kit among its packages.
 * @returns what the compiler has to say, empty when nothing
 */
export async function typeCheck(app: AdopterApp): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "react-recourse-app-"));
  try {
    await link(root, join(folder, "node_modules/react-recourse"));
    for (const name of app.packages ?? [])
      await link(join(root, "node_modules", name), join(folder, "node_modules", name));
    await writeFile(join(folder, "package.json"), JSON.stringify({ type: "module" }));
    for (const [name, source] of Object.entries(app.files))
      await writeFile(join(folder, name), source);
    await writeFile(join(folder, "tsconfig.json"), tsconfig(app));
    const tsc = join(root, "node_modules/typescript/bin/tsc");
    const { stdout } = await run(process.execPath, [tsc, "-p", folder]).catch((failed) => failed);
    return stdout;
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function link(target: string, path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await symlink(target, path, "junction");
}

function tsconfig({ files, compilerOptions }: AdopterApp): string {
  return JSON.stringify({
    compilerOptions: {
      target: "es2022",
      lib: ["es2023", "dom", "dom.iterable"],
      types: [],
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      ...compilerOptions,
    },
    files: Object.keys(files),
  });
}
