/**
 * What an app tells the kit's types of its API, once for all, by declaration merging. Nothing of it is there at run time.
 *
 * ```ts
 * import type { paths } from "./generated-by-openapi-typescript.ts";
 *
 * declare module "react-recourse" {
 *   interface Register {
 *     paths: paths;
 *   }
 * }
 * ```
 *
 * - `paths`, as openapi-typescript writes it, types routes, what is sent and what comes back in the hooks, and the codes of
 *   `isApiError`, `matchError` and `defineCatalog`, where the spec names them.
 * - `codes` adds others: `codes: "SEAT_LIMIT" | CodeOf<otherPaths>`.
 */
// biome-ignore lint/suspicious/noEmptyInterface: an app fills it in
export interface Register {}
