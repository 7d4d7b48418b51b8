import type { CodeOfOperation, CodeOfPaths } from "../error/spec-code.ts";
import type { OperationOf, RouteOf } from "./spec.ts";

/**
 * The error codes that a spec names, for one route or for all. `never` if it says only that a code is a string.
 *
 * ```ts
 * type Code = CodeOf<paths, "GET /v1/sessions/{sessionId}">; // "SESSION_NOT_FOUND" | "SESSION_EXPIRED" | …
 * ```
 */
export type CodeOf<Paths, R extends RouteOf<Paths> = RouteOf<Paths>> = Extract<
  [RouteOf<Paths>] extends [R] ? CodeOfPaths<Paths> : CodeOfOperation<OperationOf<Paths, R>>,
  string
>;
