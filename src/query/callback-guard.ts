import type { ApiError } from "../error/api-error.ts";
import { toCallbackError } from "../error/callback-error.ts";
import { isAnswered } from "../error/is-answered.ts";
import { readProperty } from "../error/read-property.ts";
import { type Api, internalsOf } from "../fetcher/api.ts";

/**
 * Wraps an app's own callbacks, so that they fail with an `ApiError`, as the hooks' types say, and the API's `onError`
 * is told once, with the cause.
 */
export function callbackGuard(api: Api, route: string) {
  const { name, report, selections, toApiError, afterSuccess: tooLate } = internalsOf(api);

  /** Another call's error answer that the callback failed with, of any client. */
  function answeredIn(thrown: unknown): ApiError | undefined {
    const error = toApiError(thrown);
    return isAnswered(error) ? error : undefined;
  }

  function told(thrown: unknown, afterSuccess: boolean): ApiError {
    const answered = afterSuccess ? undefined : answeredIn(thrown);
    const error = answered ?? toCallbackError(thrown, { api: name, route }, afterSuccess);
    if (afterSuccess) tooLate.add(error);
    report(error);
    return error;
  }

  return {
    /** @param afterSuccess whether the call has already succeeded when the callback runs */
    guarded<Args extends readonly unknown[], Result>(
      callback: (...args: Args) => Result,
      afterSuccess = false,
    ) {
      return async (...args: Args): Promise<Awaited<Result>> => {
        try {
          return await callback(...args);
        } catch (thrown) {
          throw told(thrown, afterSuccess);
        }
      };
    },

    /**
     * The same for `onSettled`. After a failure, Query drops what it throws: so that is only reported. If it throws
     * after a success, Query calls it again with that error; throwing the same again is not reported.
     */
    guardedEnd<Data, Failure, Rest extends readonly unknown[]>(
      callback: (data: Data, error: Failure, ...rest: Rest) => unknown,
    ) {
      return async (data: Data, error: Failure, ...rest: Rest): Promise<void> => {
        try {
          await callback(data, error, ...rest);
        } catch (thrown) {
          if (error === null) throw told(thrown, true);
          if (readProperty(error, "cause") !== thrown) told(thrown, false);
        }
      };
    },

    /** Gives the same function for the same `select`: for another function, TanStack Query would run it again. */
    guardedSelect<Data, Selected>(select: (data: Data) => Selected): (data: Data) => Selected {
      const known = selections.get(select);
      // A `select` and its guard have the same type, which a WeakMap of many cannot express: hence the cast.
      if (known) return known as (data: Data) => Selected;
      const guardedSelect = (data: Data) => {
        try {
          return select(data);
        } catch (thrown) {
          throw told(thrown, false);
        }
      };
      selections.set(select, guardedSelect);
      return guardedSelect;
    },
  };
}
