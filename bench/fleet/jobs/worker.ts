import { parentPort } from "node:worker_threads";
import type { Job } from "./job.ts";

// By this TanStack Query tells a page from a server, where it would neither retry nor poll. It looks when it is loaded.
Reflect.set(globalThis, "window", {});

// Nobody reads the stacks of a million simulated failures, and each costs more than its request.
Error.stackTraceLimit = 0;

const { runJob } = await import("./run-job.ts");
parentPort?.on("message", async (job: Job) => parentPort?.postMessage(await runJob(job)));
