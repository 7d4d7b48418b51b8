import { fork } from "node:child_process";
import { once } from "node:events";

/** Starts the server of that script in a process of its own, so that its work is not counted as the clients'. */
export async function startLocalServer(script: string): Promise<{ url: string; stop(): void }> {
  const child = fork(script);
  const [port]: unknown[] = await once(child, "message");
  return { url: `http://127.0.0.1:${port}`, stop: () => child.disconnect() };
}
