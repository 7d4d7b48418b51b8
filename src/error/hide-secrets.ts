const password = /(:\/\/)[^\s/?#@"'<>]*@/g;

/** Messages: `Header 'x-key' has invalid value: '…'` (Safari, Bun), `… is an invalid header value.` (Node, Firefox). */
const headerValue =
  /(Header '[^']*' has invalid value: ).*'|^(?:\w+: )?(\w+(?:\.\w+| constructor): )?.*( is an invalid header value)/s;

/** Removes secrets that platforms quote in messages and stacks: a URL's user name and password, header values. */
export function hideSecrets(text: string): string {
  return text.replace(password, "$1").replace(headerValue, "$1$2…$3");
}
