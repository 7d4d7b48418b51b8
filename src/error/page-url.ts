/**
 * The URL that the page's own `fetch` resolves relative URLs against (HTML, "document base URL"), with its `<base>`; in
 * a worker, the script's own. Undefined if there is no page.
 */
export function pageUrl(): string | undefined {
  return globalThis.document?.baseURI ?? globalThis.location?.href;
}
