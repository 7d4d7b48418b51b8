"use client";

import { createContext, useContext } from "react";
import { type Api, internalsOf } from "../fetcher/api.ts";
import type { NoSpec, RegisteredPaths } from "../openapi/spec.ts";

/** Set by `RecourseProvider`. */
export const ApiContext = createContext<Api | undefined>(undefined);

/** What each hook takes beside TanStack Query's own options. */
export interface OfApi<Paths = NoSpec> {
  /** Another API than the provider's. */
  api?: Api<Paths> | undefined;
}

/**
 * Gives the API of the nearest `RecourseProvider`.
 * @param own the one that a hook was given, if any
 * @throws Error when there is none, or one that `createApi` did not make
 */
export function useApi(caller?: string, own?: Api): Api<RegisteredPaths>;
export function useApi(caller = "useApi", own?: Api): Api {
  const provided = useContext(ApiContext);
  const api = own ?? provided;
  if (api) return internalsOf(api);
  throw new Error(
    `${caller} needs an API: got none; put <RecourseProvider api={api}> around the component that calls it, and const api = createApi({ baseUrl }) outside of all components`,
  );
}
