import type { ReadError } from "../../envelope/error-from-response.ts";
import { createErrorReader, type ErrorReader } from "../../envelope/error-reader.ts";

/** Reads errors with a provider's latest `readError`. */
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
