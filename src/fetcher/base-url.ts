/**
 * Reads the base URL once, so that a mistake shows where it was made. A relative one is taken from the page.
 * @throws TypeError when it is no http(s) URL, relative where there is no page, or carries credentials, query or hash
 */
export function parseBaseUrl(baseUrl: string): URL {
  if (typeof baseUrl !== "string" || baseUrl === "")
    throw new TypeError(
      `baseUrl must be a URL such as "https://api.agntix.ai", or "/" for the page's own origin: got ${JSON.stringify(baseUrl)}`,
    );
  const page = typeof location === "undefined" ? undefined : location.href;
  const url = URL.canParse(baseUrl, page) ? new URL(baseUrl, page) : undefined;
  if (!url)
    throw new TypeError(
      `createApi needs an absolute baseUrl where there is no page to resolve it against, such as "https://api.agntix.ai": got ${JSON.stringify(baseUrl)}`,
    );
  if (url.protocol !== "https:" && url.protocol !== "http:")
    throw new TypeError(`baseUrl must be an http(s) URL: got ${JSON.stringify(baseUrl)}`);
  if (url.username || url.password)
    throw new TypeError("baseUrl must not hold a user name or password: pass credentials instead");
  if (url.search || url.hash)
    throw new TypeError(
      "baseUrl must not hold a query string or hash: pass query with the request",
    );
  return url;
}

/** Joins the base and a path that starts with a slash. */
export function joinUrl(base: URL, path: string): URL {
  const url = new URL(base);
  url.pathname = `${base.pathname.replace(/\/+$/, "")}${path}`;
  return url;
}
