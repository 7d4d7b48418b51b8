import { runnerImport } from "vite";

const { module } = await runnerImport(new URL("fleet/command.ts", import.meta.url).pathname);
try {
  await module.runFleet(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof TypeError ? error.message : error);
  process.exitCode = 1;
}
