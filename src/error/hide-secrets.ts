const password = /(:\/\/)[^\s/?#@"'<>]*@/g;

/** Messages: `Header 'x-key' has invalid value: '…'` (Safari, Bun), `… is an invalid header value.` (Node, Firefox). */
const headerValue =
  /(Header '[^']*' has invalid value: ).*'|^(?:\w+: )?(\w+(?:\.\w+| constructor): )?.*( is (?:an invalid|not a (?:valid|legal)) (?:HTTP )?header (?:field )?value)/s;

/** `Unexpected token 't', "token" is not valid JSON` (V8), `JSON Parse error: Unexpected identifier "token"` (Safari). */
const json =
  /(Unexpected token '.{1,2}', |JSON Parse error: Unexpected identifier ).*?(?= is not valid JSON|$)/s;

/**
 * The query string of a URL in a message or stack, up to the words that follow the URL: `Failed to parse URL from …`,
 * `… a URL that includes credentials: …` (Node, Chromium), `Invalid URL: '…'` (Deno), `… is not a valid URL.`, `… is an url
 * with embedded credentials.` (Firefox), `"…" cannot be parsed as a URL.` (Safari).
 */
const refusedQuery = /^(?=.*\burl\b)([^?#\n]*)[?#].*?(?="? (?:is (?:an|no)|cannot )|\n {4}at |$)/is;

const address = /:\/\/[^\s"'<>()]+/g;

/** Stack frames such as `App.tsx?t=17:10:5` keep theirs: consoles find the file by it. */
const query = /[?#](?![\w=.-]*:\d+:\d+$).*/;

/**
 * Removes what platforms and libraries quote in messages and stacks: a URL's password and query string, a header's value,
 * the beginning of a text that is not JSON.
 */
export function hideSecrets(text: string): string {
  return text
    .replace(password, "$1")
    .replace(headerValue, "$1$2…$3")
    .replace(json, "$1…")
    .replace(refusedQuery, "$1")
    .replace(address, (url) => url.replace(query, ""));
}
