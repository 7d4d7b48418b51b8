/**
 * The headless Chromium of `@sparticuz/chromium`, a 65 MB archive on npm. It is meant for AWS Lambda, so three things
 * are done here in its place:
 *
 * - It unpacks into `$TMPDIR` and takes whatever `chromium` lies there for its own: it gets a folder named after its
 *   version, filled aside and put in place in one step, so that two test runs cannot meet in a half written one.
 * - It unpacks its copies of NSS only in Lambda, and finds its fonts only there.
 * - Its `args` are left out: they turn off CORS, which is under test here, and run everything in a single process, which
 *   ends with the first context that closes.
 */

import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { LaunchOptions } from "playwright";

const run = promisify(execFile);
const root = fileURLToPath(new URL("../..", import.meta.url));

export function canRunBundledChromium(): boolean {
  return process.platform === "linux" && process.arch === "x64";
}

/** Unpacks it on first use, about 2 s. */
export async function bundledChromium(): Promise<LaunchOptions> {
  const folder = join(root, "node_modules/.cache/test-chromium", await packageVersion());
  if (!existsSync(folder)) await unpack(folder);
  const executablePath = join(folder, "chromium");
  const env = {
    ...process.env,
    FONTCONFIG_FILE: join(folder, "fonts.conf"),
    // Only where they are missing: the system's own libraries fit it better.
    ...((await starts(executablePath)) ? {} : { LD_LIBRARY_PATH: libraryPath(folder) }),
  };
  return { executablePath, env };
}

async function packageVersion(): Promise<string> {
  const entry = createRequire(import.meta.url).resolve("@sparticuz/chromium");
  const text = await readFile(join(dirname(entry), "../../package.json"), "utf8");
  const { version } = JSON.parse(text);
  return String(version);
}

async function unpack(folder: string): Promise<void> {
  await mkdir(dirname(folder), { recursive: true });
  const aside = await mkdtemp(`${folder}-`);
  const script = `import chromium from "@sparticuz/chromium"; await chromium.executablePath();`;
  await run(process.execPath, ["--input-type=module", "--eval", script], {
    cwd: root,
    env: { ...process.env, TMPDIR: aside, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs22.x" },
  });
  await writeFile(join(aside, "fonts.conf"), fontsConf(folder));
  try {
    await rename(aside, folder);
  } catch (error) {
    await rm(aside, { recursive: true, force: true });
    // Another process was first.
    if (!existsSync(folder)) throw error;
  }
}

/** The system's fonts, and the package's Open Sans for a machine that has none. */
function fontsConf(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${join(folder, "fonts")}</dir>
  <cachedir>${join(folder, "fonts-cache")}</cachedir>
</fontconfig>
`;
}

async function starts(executablePath: string): Promise<boolean> {
  try {
    await run(executablePath, ["--version"]);
    return true;
  } catch {
    return false;
  }
}

function libraryPath(folder: string): string {
  const { LD_LIBRARY_PATH } = process.env;
  return [join(folder, "al2023/lib"), ...(LD_LIBRARY_PATH ? [LD_LIBRARY_PATH] : [])].join(":");
}
