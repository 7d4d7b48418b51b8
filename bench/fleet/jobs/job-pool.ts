import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { buildScript } from "../../scripts/build-script.ts";
import type { Simulated } from "../simulate.ts";
import type { Job } from "./job.ts";

export interface Finished extends Simulated {
  job: Job;
}

/** Most of what a run makes is soon garbage: with Node's 16 MB a third of the time would go into collecting it. */
const resourceLimits = { maxYoungGenerationSizeMb: 128, maxOldGenerationSizeMb: 4_096 };

/** Runs jobs on all cores, in any order. Rejects with what the first of them fails with. */
export async function runJobs(
  jobs: readonly Job[],
  onFinished: (finished: Finished) => void,
): Promise<void> {
  const left = [...jobs];
  const script = await buildScript("fleet/jobs/worker.ts");
  const workOff = async () => {
    const worker = new Worker(script, { resourceLimits });
    try {
      for (let job = left.shift(); job; job = left.shift())
        onFinished({ job, ...(await answerOf(worker, job)) });
    } finally {
      await worker.terminate();
    }
  };
  const workers = Math.min(availableParallelism(), jobs.length);
  await Promise.all(Array.from({ length: workers }, workOff));
}

function answerOf(worker: Worker, job: Job): Promise<Simulated> {
  return new Promise((resolve, reject) => {
    worker.once("message", (simulated: Simulated) => {
      worker.off("error", reject);
      resolve(simulated);
    });
    worker.once("error", reject);
    worker.postMessage(job);
  });
}
