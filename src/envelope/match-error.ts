import type { ApiError } from "../error/api-error.ts";
import type { AcceptedCode, ErrorCode } from "../error/error-code.ts";
import { type ErrorKind, isErrorKind } from "../error/error-kind.ts";
import { isRecord, misuse } from "../error/misuse.ts";
import { toApiError } from "./to-api-error.ts";

type Handler<R> = (error: ApiError) => R;

type ByKind<R> = { [K in ErrorKind]?: Handler<R> };
type ByCode<R, Code extends string> = { [C in Code]?: Handler<R> };
type Complete<R> = (ByKind<R> & { _: Handler<R> }) | { [K in ErrorKind]: Handler<R> };

/**
 * Handlers for {@link matchError}: either a `_` for all other errors, or a handler for every kind. Handlers for codes
 * are optional, except for those in `Codes`. With the codes of a route, a new code in the document does not compile
 * until it has a handler.
 *
 * ```ts
 * matchError(error, { … } satisfies ErrorMatch<unknown, CodeOf<paths, "GET /v1/sessions/{sessionId}">>);
 * ```
 */
export type ErrorMatch<R, Codes extends string = never> = Complete<R> &
  ByCode<R, AcceptedCode> & { [C in Codes]: Handler<R> };

/** Handlers for any code, whether it is registered or not. */
type AnyMatch<R> = Complete<R> & ByCode<R, ErrorCode>;

/**
 * Calls the handler for the error's code, else the one for its kind, else `_`. If an error could have no handler, it
 * does not compile. Takes anything that was thrown, as `toApiError` does.
 *
 * ```ts
 * matchError(error, { SESSION_EXPIRED: () => "open a new one", notFound: () => "gone", _: (e) => e.code });
 * ```
 */
export function matchError<R>(error: unknown, handlers: ErrorMatch<R>): R;
export function matchError<R>(error: unknown, handlers: AnyMatch<R>): R {
  if (!isRecord(handlers))
    throw misuse(
      "matchError",
      handlers,
      () =>
        process.env.NODE_ENV !== "production" &&
        "must be given handlers, such as { SESSION_EXPIRED: () => 1, _: () => 2 }",
    );
  const apiError = toApiError(error);
  const handler =
    own(handlers, isErrorKind(apiError.code) ? "" : apiError.code) ??
    own(handlers, apiError.kind) ??
    own(handlers, "_");
  if (!handler)
    throw new TypeError(
      `matchError needs a handler for "${apiError.code}", its kind "${apiError.kind}", or "_": got none`,
    );
  return handler(apiError);
}

function own<R>(handlers: AnyMatch<R>, key: string): Handler<R> | undefined {
  return Object.hasOwn(handlers, key) ? handlers[key] : undefined;
}
