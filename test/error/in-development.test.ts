import { fileURLToPath } from "node:url";
import { build } from "vite";
import { afterEach, describe, expect, it, vi } from "vitest";
import { inDevelopment } from "../../src/error/in-development.ts";

afterEach(() => {
  vi.unstubAllEnvs();
});

const say = () => process.env.NODE_ENV !== "production" && "words";

describe("what is for developers", () => {
  it("is there in development", () => {
    expect(inDevelopment(say)).toBe("words");
  });

  it("is not there in production", () => {
    vi.stubEnv("NODE_ENV", "production");
    expect(inDevelopment(say)).toBeUndefined();
  });

  it("is not in the way where it cannot be told", () => {
    const told = inDevelopment(() => {
      throw new Error("of a getter");
    });
    expect(told).toBeUndefined();
  });
});

describe("a bundle of all that the kit exports", () => {
  const words = /[`"'] ?must (?:be|not|have|hold|give|look)|put <Recourse|was called|two layers/;

  it.each([
    ["development", "has the words for developers", true],
    ["production", "has none of them", false],
  ])("for %s %s", async (mode, _, hasWords) => {
    expect(words.test(await bundle(mode))).toBe(hasWords);
  });
});

async function bundle(mode: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: "silent",
    define: { "process.env.NODE_ENV": JSON.stringify(mode) },
    build: {
      write: false,
      minify: "oxc",
      lib: {
        entry: fileURLToPath(new URL("../../src/index.ts", import.meta.url)),
        formats: ["es"],
      },
      rolldownOptions: { external: /^(?:react|@tanstack)/ },
    },
  });
  const outputs = [built].flat().flatMap((one) => ("output" in one ? one.output : []));
  return outputs.map((chunk) => ("code" in chunk ? chunk.code : "")).join("");
}
