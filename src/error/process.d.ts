/** What bundlers replace. Merges with Node's own types, where they are there. */
declare namespace NodeJS {
  interface ProcessEnv {
    readonly NODE_ENV?: string | undefined;
  }
  interface Process {
    env: ProcessEnv;
  }
}

declare var process: NodeJS.Process;
