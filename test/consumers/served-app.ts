import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import { ownEnv, run } from "./consumer.ts";

export interface ServedApp {
  /** What its server has written so far. */
  log(): string;
  stop(): Promise<void>;
}

/** A port that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "localhost", () => {
      const address = server.address();
      server.close(() => {
        if (typeof address === "object" && address !== null) resolve(address.port);
      });
    });
  });
}

/** Builds an app for production and serves what was built, each by the command that the app has for it. */
export async function buildAndServe(
  folder: string,
  port: number,
  apiUrl: string,
): Promise<ServedApp> {
  const env = {
    PORT: String(port),
    API_URL: apiUrl,
    VITE_API_URL: apiUrl,
    NEXT_PUBLIC_API_URL: apiUrl,
    NEXT_TELEMETRY_DISABLED: "1",
  };
  await run("npm run build", { cwd: folder, env });
  let log = "";
  const child = spawn("npm", ["start", "--", "--port", String(port)], {
    cwd: folder,
    env: ownEnv(env),
    // A group of its own, so that what npm has started ends with it.
    detached: true,
  });
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (text) => {
      log += String(text);
    });
  await untilItAnswers(`http://localhost:${port}`, child, () => log);
  return { log: () => log, stop: () => stop(child) };
}

/** @throws Error with what it wrote, where it ends or does not answer within half a minute */
async function untilItAnswers(url: string, child: ChildProcess, log: () => string): Promise<void> {
  const until = performance.now() + 30_000;
  for (;;) {
    const isUp = await fetch(url).then(
      () => true,
      () => false,
    );
    if (isUp) return;
    if (child.exitCode !== null || performance.now() > until)
      throw new Error(`npm start does not serve ${url}: ${log()}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function stop(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.pid === undefined) return resolve();
    child.once("exit", () => resolve());
    process.kill(-child.pid, "SIGTERM");
  });
}
