import { runCommand } from "./run-command.mjs";

await runCommand("weights/command.ts", "runWeights");
