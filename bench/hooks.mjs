import { runCommand } from "./run-command.mjs";

await runCommand("hooks/command.ts", "runHooks");
