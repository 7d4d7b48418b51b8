/**
 * What the page's own `fetch` takes relative URLs from (HTML, "document base URL"): a `<base>` counts. A worker has none.
 * Undefined where there is no page.
 */
export function pageUrl(): string | undefined {
  return globalThis.document?.baseURI ?? globalThis.location?.href;
}
