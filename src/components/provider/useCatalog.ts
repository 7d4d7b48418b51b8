"use client";

import type { Catalog } from "../../guidance/catalog.ts";
import { useRecourse } from "./useRecourse.ts";

/** The provider's catalog, for components of your own: `useCatalog().strings.details`. */
export function useCatalog(): Catalog {
  return useRecourse().catalog;
}
