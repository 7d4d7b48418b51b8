"use client";

import type { Catalog } from "../../guidance/catalog.ts";
import { useRecourse } from "./useRecourse.ts";

/** The words that the provider gives, for people who draw their own: `useCatalog().strings.details`. */
export function useCatalog(): Catalog {
  return useRecourse().catalog;
}
