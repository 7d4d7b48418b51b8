import { runnerImport } from "vite";

const { module } = await runnerImport(new URL("screenshots/take.ts", import.meta.url).pathname);
await module.takeScreenshots(process.argv.slice(2));
