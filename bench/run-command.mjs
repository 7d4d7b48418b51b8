import { runnerImport } from "vite";

/** Runs what a module exports by that name with the command's arguments. Of wrong arguments it prints only what is wrong. */
export async function runCommand(module, name) {
  const { module: exports } = await runnerImport(new URL(module, import.meta.url).pathname);
  try {
    await exports[name](process.argv.slice(2));
  } catch (error) {
    console.error(error instanceof TypeError ? error.message : error);
    process.exitCode = 1;
  }
}
