"use client";

import { createContext, useContext } from "react";
import { inDevelopment } from "../error/in-development.ts";
import { type Api, internalsOf } from "../fetcher/api.ts";
import type { NoSpec, RegisteredPaths } from "../openapi/spec.ts";

/** Set by `RecourseProvider`. */
export const ApiContext = createContext<Api | undefined>(undefined);

/** What each hook takes in addition to TanStack Query's options. */
export interface OfApi<Paths = NoSpec> {
  /** The API to call. Default: the provider's. */
  api?: Api<Paths> | undefined;
}

/**
 * Returns the API of the nearest `RecourseProvider`.
 * @param caller the name of the hook, for the error
 * @param own another API to use instead
 * @throws Error if there is none, or if `createApi` did not make it
 */
export function useApi(caller?: string, own?: Api): Api<RegisteredPaths>;
export function useApi(caller = "useApi", own?: Api): Api {
  const provided = useContext(ApiContext);
  const api = own ?? provided;
  if (api) return internalsOf(api);
  const mend = inDevelopment(
    () =>
      process.env.NODE_ENV !== "production" &&
      "; put <RecourseProvider api={api}> around the component that calls it, and const api = createApi({ baseUrl }) outside of all components",
  );
  throw new Error(`${caller} needs an API: got none${mend ?? ""}`);
}
