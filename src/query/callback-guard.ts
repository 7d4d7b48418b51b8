import type { ApiError } from "../error/api-error.ts";
import { toCallbackError } from "../error/callback-error.ts";
import { isAnswered } from "../error/is-answered.ts";
import { readProperty } from "../error/read-property.ts";
import { type Api, internalsOf } from "../fetcher/api.ts";

/**
 * Runs an app's own callbacks so that what they throw is what the hooks' types say, an `ApiError`, and is told to the
 * API's `onError` once, with its cause.
 */
export function callbackGuard(api: Api, route: string) {
  const { name, report, selections, toApiError, afterSuccess: tooLate } = internalsOf(api);

  /** Another call's answer that the callback failed with, of whatever client. A success keeps its own words instead. */
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
    /** @param afterSuccess whether the call has succeeded when this is called */
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
     * The same of `onSettled`. After a failure Query only lets go of what it throws, so that it is told and not thrown;
     * one that threw after a success is called once more with that as the failure.
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

    /** The same function for the same selection: TanStack Query runs it again when it is another one. */
    guardedSelect<Data, Selected>(select: (data: Data) => Selected): (data: Data) => Selected {
      const known = selections.get(select);
      // A selection and its guard have one type, which a WeakMap of many of them cannot say: hence the cast.
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
