"use client";

import type { Catalog } from "../../guidance/catalog.ts";
import { useRecourse } from "./useRecourse.ts";

/** The provider's words, for components that you draw yourself: `useCatalog().strings.details`. */
export function useCatalog(): Catalog {
  return useRecourse().catalog;
}
