import { readFile } from "node:fs/promises";
import { availableParallelism, cpus } from "node:os";
import { fileURLToPath } from "node:url";

const bench = fileURLToPath(new URL("../", import.meta.url));
const root = fileURLToPath(new URL("../../", import.meta.url));

/** A sentence that says on what was measured: Node, the versions of packages, the machine. */
export async function conditions(packages: readonly string[]): Promise<string> {
  const versions = await Promise.all(
    packages.map(async (name) => `${name} ${await versionOf(name)}`),
  );
  const software = [`Node ${process.versions.node}`, ...versions].join(", ");
  const model = cpus()[0]?.model.trim() ?? "of an unknown kind";
  return `Measured with ${software}, on ${availableParallelism()} cores (${model}).`;
}

async function versionOf(name: string): Promise<string> {
  const texts = await Promise.allSettled(
    [bench, root].map((folder) => readFile(`${folder}node_modules/${name}/package.json`, "utf8")),
  );
  const found = texts.find((text) => text.status === "fulfilled");
  if (!found) throw new Error(`${name} must be installed: run npm ci`);
  return String(JSON.parse(found.value).version);
}
