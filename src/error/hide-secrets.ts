const password = /(:\/\/)[^\s/?#@"'<>]*@/g;

/** Messages: `Header 'x-key' has invalid value: '…'` (Safari, Bun), `… is an invalid header value.` (Node, Firefox). */
const headerValue =
  /(Header '[^']*' has invalid value: ).*'|^(?:\w+: )?(\w+(?:\.\w+| constructor): )?.*( is (?:an invalid|not a (?:valid|legal)) (?:HTTP )?header (?:field )?value)/s;

/** `Unexpected token 't', "token" is not valid JSON` (V8), `JSON Parse error: Unexpected identifier "token"` (Safari). */
const json =
  /(Unexpected token '.{1,2}', |JSON Parse error: Unexpected identifier ).*?(?= is not valid JSON|$)/s;

/**
 * The query string in what is said of a URL, up to the words behind it or to a stack's calls: `Failed to parse URL from …`,
 * `… a URL that includes credentials: …` (Node, Chromium), `Invalid URL: '…'` (Deno), `… is not a valid URL.`, `… is an url
 * with embedded credentials.` (Firefox), `"…" cannot be parsed as a URL.` (Safari).
 */
const refusedQuery = /^(?=.*\burl\b)([^?#\n]*)[?#].*?(?="? (?:is (?:an|no)|cannot )|\n {4}at |$)/is;

const address = /:\/\/[^\s"'<>()]+/g;

/** Not that of a file in a stack, as `App.tsx?t=17:10:5`, by which consoles find it. */
const query = /[?#](?![\w=.-]*:\d+:\d+$).*/;

/**
 * Takes out of an error's words what platforms and libraries quote there: a URL's password and query string, a header's
 * value, the beginning of what is no JSON.
 */
export function hideSecrets(text: string): string {
  return text
    .replace(password, "$1")
    .replace(headerValue, "$1$2…$3")
    .replace(json, "$1…")
    .replace(refusedQuery, "$1")
    .replace(address, (url) => url.replace(query, ""));
}
