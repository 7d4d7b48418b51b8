/** What a registered spec that names its codes makes of errors and words. Checked by `tsc`, never run. */

import {
  ApiError,
  type CodeOf,
  type ErrorCode,
  type ErrorMatch,
  isApiError,
  matchError,
  type OutputOf,
} from "react-recourse";
import { expectTypeOf, test } from "vitest";
import type { components, paths } from "../generated/sessions.ts";

declare const thrown: unknown;

test("a route's codes and output are at hand", () => {
  expectTypeOf<CodeOf<paths, "GET /v1/sessions/{sessionId}">>().toEqualTypeOf<
    "SESSION_NOT_FOUND" | "SESSION_EXPIRED" | "UNAUTHORIZED"
  >();
  type Answer = OutputOf<paths, "GET /v1/sessions/{sessionId}">;
  expectTypeOf<Answer>().toEqualTypeOf<components["schemas"]["Session"]>();
  // @ts-expect-error: a misspelt route
  expectTypeOf<CodeOf<paths, "GET /v1/session">>();
});

test("isApiError takes the spec's codes, the documented and the kit's own, and no other", () => {
  if (isApiError(thrown, "SEAT_LIMIT", "MESSAGE_TOO_LONG"))
    expectTypeOf(thrown.code).toEqualTypeOf<"SEAT_LIMIT" | "MESSAGE_TOO_LONG">();
  isApiError(thrown, "CONFIG_NOT_FOUND", "NETWORK_ERROR", "LIMIT_OF_OTHER_API");
  // @ts-expect-error: misspelt
  isApiError(thrown, "SEAT_LIMT");
  // @ts-expect-error: misspelt, after one that is not
  isApiError(thrown, "SEAT_LIMIT", "SESSION_EXPIRD");
});

test("an error may still have any code", () => {
  expectTypeOf<"SEAT_LIMIT">().toExtend<ErrorCode>();
  expectTypeOf<string>().toExtend<ErrorCode>();
  new ApiError({ code: "NEW_SINCE", kind: "conflict", message: "" });
});

test("matchError takes the same codes", () => {
  const handlers = { SEAT_LIMIT: () => 1, LIMIT_OF_OTHER_API: () => 2, rateLimited: () => 3 };
  expectTypeOf(matchError(thrown, { ...handlers, _: () => 4 })).toBeNumber();
  // @ts-expect-error: misspelt
  matchError(thrown, { SEAT_LIMT: () => 1, _: () => 2 });
  // @ts-expect-error: neither the rest nor every kind
  matchError(thrown, { SEAT_LIMIT: () => 1 });
});

test("matchError can be held to all codes of a route", () => {
  type Every = ErrorMatch<unknown, CodeOf<paths, "GET /v1/sessions/{sessionId}">>;
  const words = matchError(thrown, {
    SESSION_NOT_FOUND: () => "gone",
    SESSION_EXPIRED: (error) => error.message,
    UNAUTHORIZED: () => "sign in",
    network: () => "offline",
    _: ({ code }) => code,
  } satisfies Every);
  expectTypeOf(words).toBeString();

  matchError(thrown, {
    SESSION_NOT_FOUND: () => "gone",
    UNAUTHORIZED: () => "sign in",
    _: () => "rest",
    // @ts-expect-error: SESSION_EXPIRED is missing
  } satisfies Every);
  // @ts-expect-error: the rest is missing
  const withoutRest: Every = {
    SESSION_NOT_FOUND: () => 1,
    SESSION_EXPIRED: () => 1,
    UNAUTHORIZED: () => 1,
  };
  return withoutRest;
});
