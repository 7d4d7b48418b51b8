// Vite takes what is there, and builds with React's development build where that is not this. It has to be there before
// Vite loads a module, since loading one says "development".
process.env.NODE_ENV = "production";

const { runnerImport } = await import("vite");

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
