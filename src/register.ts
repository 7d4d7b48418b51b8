/**
 * Importing `react-recourse/register` types every TanStack Query error of an app as `ApiError`. It has no effect at run
 * time (TanStack Query, "Registering a global Error").
 */
import type { ApiError } from "./error/api-error.ts";

declare module "@tanstack/react-query" {
  interface Register {
    defaultError: ApiError;
  }
}
