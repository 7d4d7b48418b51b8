import type { ApiError } from "./api-error.ts";

/** Hands an error to code of the app's. A reporter that throws or rejects must not take the error's place. */
export function tellReporter(reporter: (error: ApiError) => void, error: ApiError): void {
  new Promise<void>((resolve) => resolve(reporter(error))).catch((thrown) => console.error(thrown));
}
