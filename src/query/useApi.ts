"use client";

import { createContext, useContext } from "react";
import type { Api } from "../fetcher/create-api.ts";

/** Set by `RecourseProvider`. */
export const ApiContext = createContext<Api | undefined>(undefined);

/**
 * Gives the API of the nearest `RecourseProvider`.
 * @throws Error when there is none
 */
export function useApi(caller = "useApi"): Api {
  const api = useContext(ApiContext);
  if (!api)
    throw new Error(
      `${caller} needs an API: put <RecourseProvider api={createApi({ baseUrl })}> around the component that calls it`,
    );
  return api;
}
