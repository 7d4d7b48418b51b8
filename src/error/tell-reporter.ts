import type { ApiError } from "./api-error.ts";
import { toBareCause } from "./bare-cause.ts";
import { tellUnlessLeaving } from "./page-exit.ts";

type Reporter = (error: ApiError) => void;

/** By the reporter: one function may be given to an API, to a provider and to credentials, and hears of an error once. */
const told = new WeakMap<Reporter, WeakSet<ApiError>>();

/**
 * Hands an error to code of the app's: the same error once, however many places the same reporter was given to, and none
 * while the page is being left. One that throws or rejects must not take the error's place.
 */
export function tellReporter(reporter: Reporter, error: ApiError): void {
  const heard = told.get(reporter) ?? new WeakSet();
  if (heard.has(error)) return;
  told.set(reporter, heard.add(error));
  tellUnlessLeaving(() => {
    new Promise<void>((resolve) => resolve(reporter(error))).catch((thrown) =>
      console.error(toBareCause(thrown)),
    );
  });
}
