import { misuse } from "../error/misuse.ts";
import { pageUrl } from "../error/page-url.ts";

/**
 * Reads the base URL once, so that a mistake shows where it was made. A relative one is taken from the page, as `fetch` does.
 * @throws TypeError when it is no http(s) URL, relative where there is no page, or carries credentials, query or hash
 */
export function parseBaseUrl(baseUrl: string): URL {
  if (typeof baseUrl !== "string" || baseUrl === "")
    throw misuse(
      "baseUrl",
      baseUrl,
      () =>
        process.env.NODE_ENV !== "production" && [
          `must be a URL such as "https://api.agntix.ai", or "/" for the page's own origin`,
          isUrl(baseUrl) ? "pass url.href" : undefined,
        ],
    );
  const page = pageUrl();
  const url = URL.canParse(baseUrl, page) ? new URL(baseUrl, page) : undefined;
  if (!url)
    throw misuse(
      "baseUrl",
      withoutSecrets(baseUrl),
      () =>
        process.env.NODE_ENV !== "production" &&
        (page === undefined
          ? 'must be absolute where there is no page to resolve it against, such as "https://api.agntix.ai"'
          : 'must be a URL such as "https://api.agntix.ai"'),
    );
  if (url.protocol !== "https:" && url.protocol !== "http:")
    throw misuse(
      "baseUrl",
      show(url),
      () => process.env.NODE_ENV !== "production" && "must be an http(s) URL",
    );
  if (url.username || url.password)
    throw misuse(
      "baseUrl",
      show(url),
      () =>
        process.env.NODE_ENV !== "production" && [
          "must not hold a user name or password",
          "pass credentials instead",
        ],
    );
  if (url.search || url.hash)
    throw misuse(
      "baseUrl",
      show(url),
      () =>
        process.env.NODE_ENV !== "production" && [
          "must not hold a query string or hash",
          "pass query with the request",
        ],
    );
  return url;
}

function isUrl(value: unknown): boolean {
  return Object.prototype.toString.call(value) === "[object URL]";
}

function show({ protocol, host }: URL): string {
  return host === "" ? `${protocol}…` : `${protocol}//${host}`;
}

/**
 * What may be shown of a URL that cannot be parsed: nobody can tell where in it a user name, a password or a key begins
 * and ends, unless it has nothing that could begin or end one.
 */
function withoutSecrets(url: string): string {
  if (!/[:@?#%]/.test(url)) return url;
  return `${/^[a-z][a-z\d+.-]*:\/\//i.exec(url)?.[0] ?? ""}…`;
}

/** Joins the base and a path that starts with a slash. */
export function joinUrl(base: URL, path: string): URL {
  const url = new URL(base);
  url.pathname = `${base.pathname.replace(/\/+$/, "")}${path}`;
  return url;
}
