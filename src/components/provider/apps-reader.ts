import type { ReadError } from "../../envelope/error-from-response.ts";
import { createErrorReader, type ErrorReader } from "../../envelope/error-reader.ts";

/** Reads errors by a provider's `readError`, whichever function that is at the time. */
export class AppsReader {
  #readError: ReadError | undefined;

  readonly toApiError: ErrorReader = createErrorReader({
    readError: (answer) => this.#readError?.(answer),
  });

  constructor(readError: ReadError | undefined) {
    this.#readError = readError;
  }

  readBy(readError: ReadError | undefined): void {
    this.#readError = readError;
  }
}
