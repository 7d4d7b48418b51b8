/**
 * Writes what openapi-typescript makes of the specs into `generated/`, as an adopter's build does: of those that the
 * command names, else of all. What is newer than its spec and the generator stays.
 */
import { mkdir, stat, writeFile } from "node:fs/promises";
import openapiTS, { astToString } from "openapi-typescript";

const specs = {
  sessions: new URL("../specs/sessions.yaml", import.meta.url),
  odd: new URL("../specs/odd.yaml", import.meta.url),
  github: new URL("../specs/github.json", import.meta.url),
  figma: new URL(import.meta.resolve("@figma/rest-api-spec/openapi/openapi.yaml")),
};

const changedAt = async (file) => (await stat(file).catch(() => undefined))?.mtimeMs ?? 0;

const generatorChangedAt = await changedAt(new URL("package.json", import.meta.url));
const wanted = process.argv.slice(2);
await mkdir(new URL("../generated", import.meta.url), { recursive: true });
for (const [name, spec] of Object.entries(specs)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const file = new URL(`../generated/${name}.ts`, import.meta.url);
  if ((await changedAt(file)) > Math.max(generatorChangedAt, await changedAt(spec))) continue;
  await writeFile(file, astToString(await openapiTS(spec, { silent: true })));
}
