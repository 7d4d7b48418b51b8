import type { ApiError } from "./api-error.ts";
import { toBareCause } from "./bare-cause.ts";
import { tellUnlessLeaving } from "./page-exit.ts";

type Reporter = (error: ApiError) => void;

/** The errors that each reporter has got. An app may give one function to an API, a provider and credentials. */
const told = new WeakMap<Reporter, WeakSet<ApiError>>();

/**
 * Passes an error to an app's reporter: each error once, wherever the reporter was registered, and none while the
 * person is leaving the page. If the reporter throws or rejects, the console gets that.
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
