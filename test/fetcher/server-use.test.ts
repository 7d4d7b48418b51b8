import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import { build } from "vite";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import type { ApiError } from "../../src/error/api-error.ts";
import { apiKey } from "../../src/fetcher/credentials.ts";
import { envelope, failureOf, json, quietApi } from "./fake-fetch.ts";
import type { GlobalsReport } from "./watched-globals.ts";

/** Builds a script with all that it imports and runs it in a thread of its own, whose globals nothing has used yet. */
async function runAlone(script: string): Promise<GlobalsReport> {
  const outDir = await mkdtemp(join(tmpdir(), "server-use-"));
  onTestFinished(() => rm(outDir, { recursive: true }));
  await build({
    configFile: false,
    logLevel: "silent",
    ssr: { noExternal: true },
    build: {
      ssr: fileURLToPath(new URL(script, import.meta.url)),
      outDir,
      rolldownOptions: { output: { entryFileNames: "entry.mjs", chunkFileNames: "[name].mjs" } },
    },
  });
  const worker = new Worker(pathToFileURL(join(outDir, "entry.mjs")));
  return new Promise((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
  });
}

describe("on a server, where many requests share a process", () => {
  it("importing the kit and calling an API touches no global", async () => {
    const { sent, looks, changed } = await runAlone("./watched-globals.ts");
    expect(sent).toBeGreaterThan(20);
    expect(looks).toBeGreaterThan(1_000);
    // zod keeps its settings there, for all copies of zod in a process.
    expect(changed.filter((name) => !name.startsWith("__zod_"))).toEqual([]);
  });

  it("one request's API knows nothing of another's: no key, budget, outage, rate limit or report", async () => {
    vi.useFakeTimers();
    const startMs = Date.now();
    const sent: { key: string | null; path: string; atMs: number }[] = [];
    const answers: Record<string, Response[]> = {
      "/v1/spend": [envelope(500, "BROKEN")],
      "/v1/out": [envelope(503, "OUT")],
      "/v1/limit": [envelope(429, "LIMITED", { "retry-after": "60" })],
      "/v1/flaky": [envelope(503, "OUT"), envelope(503, "OUT"), json("in")],
    };
    const backend = async (input: unknown, init?: RequestInit) => {
      const path = new URL(String(input)).pathname;
      const key = new Headers(init?.headers).get("x-api-key");
      const turn = sent.filter((one) => one.key === key && one.path === path).length;
      sent.push({ key, path, atMs: Date.now() - startMs });
      const given = answers[path] ?? [];
      return given[Math.min(turn, given.length - 1)]?.clone() ?? json(key);
    };
    const apiOf = (key: string) => {
      const reports: ApiError[] = [];
      const onError = (error: ApiError) => void reports.push(error);
      return {
        reports,
        api: quietApi(backend, {
          credentials: apiKey(() => key),
          onError,
          retry: { gate: "api" },
        }),
      };
    };
    const troubled = apiOf("a");
    const calm = apiOf("b");

    const spent = failureOf(
      Promise.all(Array.from({ length: 9 }, () => troubled.api.request("GET /v1/spend"))),
    );
    const flaky = calm.api.request("GET /v1/flaky");
    // News of an outage that would be fresh enough to stand in for the retry at 500 ms.
    await vi.advanceTimersByTimeAsync(300);
    const out = failureOf(troubled.api.request("GET /v1/out", { retry: false }));
    const limited = failureOf(troubled.api.request("GET /v1/limit", { retry: false }));
    await vi.runAllTimersAsync();

    expect(await flaky).toBe("in");
    expect(sent.filter(({ key }) => key === "b").map(({ atMs }) => atMs)).toEqual([0, 500, 1_500]);
    expect((await Promise.all([spent, out, limited])).map(({ code }) => code)).toEqual([
      "BROKEN",
      "OUT",
      "LIMITED",
    ]);
    expect(await failureOf(troubled.api.request("GET /v1/x"))).toMatchObject({
      code: "HELD_BACK",
      attempts: 0,
    });
    expect(await calm.api.request("GET /v1/x")).toBe("b");
    expect(calm.reports).toEqual([]);
    expect(troubled.reports.map(({ code }) => code)).toContain("LIMITED");
  });
});
