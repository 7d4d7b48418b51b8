/** Bundlers replace `process.env.NODE_ENV`. Merges with Node's own types if an app has them. */
declare namespace NodeJS {
  interface ProcessEnv {
    readonly NODE_ENV?: string | undefined;
  }
  interface Process {
    env: ProcessEnv;
  }
}

declare var process: NodeJS.Process;
