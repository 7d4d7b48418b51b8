import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { deprecationsIn } from "./editor.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

const paths = ["src", "registry", "stories"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(root, folder, name)),
);

/** Without another way: a page over plain http has no `navigator.clipboard`. */
const lastResort = /^src\/components\/parts\/copy-text\.ts:\d+ .*commandId/;

it("the kit and its stories use nothing that React, TanStack Query or browsers have deprecated", async () => {
  const found = await deprecationsIn(paths);

  expect(found.filter((text) => lastResort.test(text))).toHaveLength(1);
  expect(found.filter((text) => !lastResort.test(text))).toEqual([]);
}, 30_000);
