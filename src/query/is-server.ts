/** TanStack Query's own rule. Its `isServer` is deprecated, and 5.89 has no `environmentManager`. */
export function isServer(): boolean {
  return typeof window === "undefined" || "Deno" in globalThis;
}
