import { runCommand } from "./run-command.mjs";

await runCommand("gate/command.ts", "runGate");
