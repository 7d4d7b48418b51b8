import { readmeBlocks } from "../e2e/readme.ts";

/** `npm pack` here, then `npm install ./react-recourse-….tgz` in an app, as README has them. */
export async function readmePackCommands(): Promise<{ pack: string; install: string }> {
  const [pack = "", install = ""] = (await readmeBlocks("sh"))
    .filter((text) => text.includes(".tgz"))
    .flatMap((text) => text.trim().split("\n"));
  return { pack, install };
}
