/** Which URLs a mocked route stands for, and what its parameters are in them. */
export interface RoutePattern {
  /** Matches a URL without query string and hash. It has no groups: MSW would decode those itself, and fail at some. */
  url: RegExp;
  /** The parameters of a URL that matches, decoded. */
  paramsOf(url: string): Readonly<Record<string, string>>;
}

// As the URL parser leaves `{name}` in a path.
const parameter = /%7B(.+?)%7D/;

/**
 * Reads a path with `{name}` for one segment or a part of one. A name may hold whatever a URL may; all else stands for
 * itself, but for `*`, which is any text, as in MSW's own paths. Those cannot say this: of their two parsers (MSW 2 has
 * path-to-regexp, MSW 3 another) none takes `{user-id}` for a name, or `(`, `+` and `:` for themselves.
 *
 * @param baseUrl may hold `*` too
 * @throws TypeError when the base is relative and there is no page to take it from
 */
export function routePattern(baseUrl: string, path: string): RoutePattern {
  const base = absoluteBase(baseUrl).replace(/\/+$/, "");
  // Odd places are names: where a pattern has a group, `split` keeps what it held.
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
  const page = typeof location === "undefined" ? undefined : location.href;
  if (URL.canParse(baseUrl, page)) return new URL(baseUrl, page).href;
  throw new TypeError(
    `baseUrl must be an absolute URL where there is no page, or hold a "*": got ${JSON.stringify(baseUrl)}`,
  );
}

/** As it stands in the URL of a request. */
function encodedPath(path: string): string {
  const url = new URL("http://any");
  url.pathname = path;
  return url.pathname;
}

function literal(text: string): string {
  return text.replace(/[\\^$.+?()[\]{}|]/g, "\\$&").replaceAll("*", ".*");
}

/** As it came where it is not encoded as it should be. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
