import { pageUrl } from "../error/page-url.ts";

/** The URLs that a mocked route matches, and its parameters in them. */
export interface RoutePattern {
  /** Matches a URL without query string and hash. It has no groups: MSW would decode them itself, and fail for some. */
  url: RegExp;
  /** The parameters of a matching URL, decoded. */
  paramsOf(url: string): Readonly<Record<string, string>>;
}

// The URL parser encodes the braces of `{name}` in a path.
const parameter = /%7B(.+?)%7D/;

/**
 * Reads a path in which `{name}` stands for a segment or a part of one. A name may contain any character of a URL.
 * Everything else stands for itself, except `*`, which stands for any text, as in MSW's own paths. MSW's paths cannot
 * say this: neither of their parsers (path-to-regexp in MSW 2, another in MSW 3) takes `{user-id}` for a name, or `(`,
 * `+` and `:` for themselves.
 *
 * @param baseUrl may contain `*` too
 * @throws TypeError if the base is relative and there is no page to take it from
 */
export function routePattern(baseUrl: string, path: string): RoutePattern {
  const base = absoluteBase(baseUrl).replace(/\/+$/, "");
  // Odd places are names: `split` keeps what the pattern's group matched.
  const pieces = encodedPath(path).split(parameter);
  const names = pieces.filter((_, index) => index % 2 === 1).map(decoded);
  const compile = (segment: string) => {
    const parts = pieces.map((piece, index) => (index % 2 === 1 ? segment : literal(piece)));
    return new RegExp(`^${literal(base)}${parts.join("")}/?$`, "i");
  };
  const withGroups = compile("([^/]+?)");
  return {
    url: compile("[^/]+?"),
    paramsOf(url) {
      const values = withGroups.exec(url.replace(/[?#].*$/s, ""))?.slice(1) ?? [];
      return Object.fromEntries(values.map((value, index) => [names[index], decoded(value)]));
    },
  };
}

function absoluteBase(baseUrl: string): string {
  if (URL.canParse(baseUrl)) return new URL(baseUrl).href;
  if (baseUrl.includes("*")) return baseUrl;
  const page = pageUrl();
  if (URL.canParse(baseUrl, page)) return new URL(baseUrl, page).href;
  throw new TypeError(
    `baseUrl must be an absolute URL where there is no page, or hold a "*": got ${JSON.stringify(baseUrl)}`,
  );
}

/** The path as a request's URL has it. */
function encodedPath(path: string): string {
  const url = new URL("http://any");
  url.pathname = path;
  return url.pathname;
}

function literal(text: string): string {
  return text.replace(/[\\^$.+?()[\]{}|]/g, "\\$&").replaceAll("*", ".*");
}

/** The text as it came, if it is not encoded correctly. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
