import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";

/**
 * Runs a script in a process of its own, where it can collect garbage when it wants to, and gives what it prints as JSON.
 * What it says on stderr is seen.
 * @throws Error where it fails
 */
export async function runScript<Printed>(script: URL, input: unknown): Promise<Printed> {
  const args = ["--expose-gc", fileURLToPath(script), JSON.stringify(input)];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  const printed = await text(child.stdout);
  const status = await ended;
  if (status !== 0) throw new Error(`${script.pathname} ended with ${status}`);
  return JSON.parse(printed);
}
