import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** One after the other, so that nothing else runs while one measures. The fleet is last, since it takes all cores. */
for (const name of ["weights", "calls", "hooks", "toasts", "gate", "fleet"]) {
  console.error(`bench:${name}`);
  const script = fileURLToPath(new URL(`${name}.mjs`, import.meta.url));
  const { status } = spawnSync(process.execPath, [script, "--write"], { stdio: "inherit" });
  if (status !== 0) process.exitCode = 1;
}
