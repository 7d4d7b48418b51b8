declare const process: { env: { NODE_ENV?: string } };

/** Whether hints for developers may be printed. Bundlers replace `process.env.NODE_ENV`; a page without one has no `process`. */
export function isDevelopment(): boolean {
  try {
    return process.env.NODE_ENV !== "production";
  } catch {
    return false;
  }
}
