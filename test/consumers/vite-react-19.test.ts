import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect } from "vitest";
import { appTest } from "./app-test.ts";
import { itRecovers, itSendsAgain } from "./session-page.ts";

const test = appTest("vite-react-19");

describe("vite-react-19", () => {
  test("is compiled by React Compiler for production", async ({ app: _app, folder }) => {
    const assets = join(folder, "dist/assets");
    const scripts = (await readdir(assets)).filter((name) => name.endsWith(".js"));
    const texts = await Promise.all(scripts.map((name) => readFile(join(assets, name), "utf8")));
    expect(texts.join("")).toContain(".H.useMemoCache(");
  });
  itRecovers(test, "/");
  itSendsAgain(test, "/");
});
