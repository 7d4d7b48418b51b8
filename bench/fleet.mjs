import { runCommand } from "./run-command.mjs";

await runCommand("fleet/command.ts", "runFleet");
