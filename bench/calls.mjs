import { runCommand } from "./run-command.mjs";

await runCommand("calls/command.ts", "runCalls");
