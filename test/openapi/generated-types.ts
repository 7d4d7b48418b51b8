import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Has openapi-typescript write the types of a spec, and gives them. */
export async function generatedTypes(spec: "sessions"): Promise<string> {
  const script = new URL("generator/generate.mjs", import.meta.url);
  await run(process.execPath, [fileURLToPath(script), spec]);
  return readFile(new URL(`generated/${spec}.ts`, import.meta.url), "utf8");
}
