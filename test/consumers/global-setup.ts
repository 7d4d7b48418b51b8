import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { TestProject } from "vitest/node";
import { run } from "./consumer.ts";
import { readmePackCommands } from "./readme-commands.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The package as it is published, packed as README says. */
    tarball: string;
  }
}

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Packs the kit once for all consumers. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "react-recourse-tarball-"));
  const { pack } = await readmePackCommands();
  await run(`${pack} --pack-destination ${folder}`, { cwd: root });
  const [name = ""] = await readdir(folder);
  project.provide("tarball", join(folder, name));
  return () => rm(folder, { recursive: true });
}
