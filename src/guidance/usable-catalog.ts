import { isRecord } from "../error/misuse.ts";
import { readProperty } from "../error/read-property.ts";
import { warnOnce } from "../error/warn-once.ts";
import type { Catalog } from "./catalog.ts";
import { en } from "./locales/en.ts";

const parts = [
  "entries",
  "offline",
  "outdatedPage",
  "afterSuccess",
  "tooLarge",
  "serviceDown",
  "serviceLimited",
  "remedies",
  "strings",
] as const;

/** The parts that a catalog must have, and this one lacks. */
export function missingParts(given: unknown): readonly (typeof parts)[number][] {
  return parts.filter((part) => !isRecord(readProperty(given, part)));
}

/**
 * The given catalog, with English for the parts that it lacks: a component that shows an error must not fail itself.
 */
export function usableCatalog(given: Catalog | undefined): Catalog {
  if (given === undefined || given === en) return en;
  const missing = missingParts(given);
  if (missing.length === 0) return given;
  warnOnce(
    () =>
      process.env.NODE_ENV !== "production" && [
        `catalog without ${missing.join()}`,
        `catalog must be what defineCatalog({ … }) gave, or a language from react-recourse/locales: got one without ${missing.join(", ")}, so that these are English`,
      ],
  );
  return { ...en, ...given, ...Object.fromEntries(missing.map((part) => [part, en[part]])) };
}
