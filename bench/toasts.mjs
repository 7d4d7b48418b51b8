import { runCommand } from "./run-command.mjs";

await runCommand("toasts/command.ts", "runToasts");
