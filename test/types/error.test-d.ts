/** What must compile and what must not, of errors. Checked by `tsc`, never run. */
import { expectTypeOf, test } from "vitest";
import { matchError } from "../../src/envelope/match-error.ts";
import { ApiError } from "../../src/error/api-error.ts";
import type { DocumentedCode, ErrorCode } from "../../src/error/error-code.ts";
import type { ErrorKind } from "../../src/error/error-kind.ts";
import { isApiError } from "../../src/error/is-api-error.ts";

declare const thrown: unknown;

test("ErrorCode accepts any string and keeps the known ones for autocompletion", () => {
  expectTypeOf<string>().toExtend<ErrorCode>();
  expectTypeOf<DocumentedCode>().toExtend<ErrorCode>();
  // Were the union swallowed by string, an editor would have nothing to offer.
  expectTypeOf<ErrorCode>().not.toEqualTypeOf<string>();
  expectTypeOf<Extract<ErrorCode, "SESSION_EXPIRED">>().toEqualTypeOf<"SESSION_EXPIRED">();

  // @ts-expect-error: a code is a string
  new ApiError({ code: 42, kind: "network", message: "" });
  // @ts-expect-error: kinds are a closed list
  new ApiError({ code: "C", kind: "offline", message: "" });
});

test("isApiError narrows to ApiError", () => {
  // @ts-expect-error: not narrowed, nothing is known
  thrown.code;
  if (!isApiError(thrown)) throw thrown;
  expectTypeOf(thrown).toExtend<ApiError>();
  expectTypeOf(thrown.kind).toEqualTypeOf<ErrorKind>();
  expectTypeOf(thrown.code).toEqualTypeOf<ErrorCode>();
  // @ts-expect-error: readonly
  thrown.attempts = 2;
});

test("isApiError narrows to the codes that were given", () => {
  if (!isApiError(thrown, "SESSION_EXPIRED", "GONE")) throw thrown;
  expectTypeOf(thrown.code).toEqualTypeOf<"SESSION_EXPIRED" | "GONE">();
  // @ts-expect-error: a code is a string
  isApiError(thrown, 42);
});

test("matchError gives what its handlers give", () => {
  const words = matchError(thrown, {
    SESSION_EXPIRED: (error) => error.message,
    OTHER_API_CODE: () => "other",
    notFound: () => "gone",
    _: () => "rest",
  });
  expectTypeOf(words).toBeString();
});

test("matchError is complete with a handler for every kind, or with the rest", () => {
  const kinds = {
    badRequest: () => 1,
    unauthorized: () => 1,
    forbidden: () => 1,
    notFound: () => 1,
    conflict: () => 1,
    unprocessable: () => 1,
    rateLimited: () => 1,
    clientError: () => 1,
    serverError: () => 1,
    unavailable: () => 1,
    timeout: () => 1,
    network: () => 1,
    aborted: () => 1,
    invalidResponse: () => 1,
  };
  expectTypeOf(matchError(thrown, { ...kinds, unexpected: () => 1 })).toBeNumber();

  // @ts-expect-error: one kind is missing
  matchError(thrown, kinds);
  // @ts-expect-error: a code alone leaves all others
  matchError(thrown, { SESSION_EXPIRED: () => 1 });
  // @ts-expect-error: nothing at all
  matchError(thrown, {});
  // @ts-expect-error: a handler is a function
  matchError(thrown, { _: 1 });
});
