import { delimiter, join } from "node:path";

/** Where commands of these names would be, in the order in which they are preferred. */
export function onPath(commands: readonly string[]): string[] {
  const folders = (process.env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  return commands.flatMap((command) => folders.map((folder) => join(folder, command)));
}
