import { misuse, nameOf, refusal } from "../error/misuse.ts";
import { pageUrl } from "../error/page-url.ts";

/**
 * Parses the base URL once, so that a mistake shows where it was made. A relative one is relative to the page, as in
 * `fetch`.
 * @throws TypeError if it is not http(s), relative without a page, or has credentials, a query or a hash
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
    throw refusal(
      "baseUrl",
      () =>
        process.env.NODE_ENV !== "production" && [
          page === undefined
            ? 'must be absolute where there is no page to resolve it against, such as "https://api.agntix.ai"'
            : 'must be a URL such as "https://api.agntix.ai"',
          nameOf(withoutSecrets(baseUrl)),
        ],
    );
  const { protocol, username, password, search, hash } = url;
  const isHttp = protocol === "https:" || protocol === "http:";
  if (!isHttp || username || password || search || hash)
    throw refusal("baseUrl", () => process.env.NODE_ENV !== "production" && faultOf(url, isHttp));
  return url;
}

function faultOf(
  { protocol, host, username, password }: URL,
  isHttp: boolean,
): readonly [wanted: string, got: string, mend?: string] {
  const got = nameOf(host === "" ? `${protocol}…` : `${protocol}//${host}`);
  if (!isHttp) return ["must be an http(s) URL", got];
  return username || password
    ? ["must not hold a user name or password", got, "pass credentials instead"]
    : ["must not hold a query string or hash", got, "pass query with the request"];
}

function isUrl(value: unknown): boolean {
  return Object.prototype.toString.call(value) === "[object URL]";
}

/**
 * What may be shown of a URL that cannot be parsed. Nobody can tell where a user name, password or key in it begins and
 * ends, so all is hidden unless it has no character that could begin or end one.
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
