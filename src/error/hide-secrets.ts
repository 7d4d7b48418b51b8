const password = /(:\/\/)[^\s/?#@"'<>]*@/g;

/** `Header 'x-key' has invalid value: '…'` (Safari, Bun), `Headers.append: … is an invalid header value.` (Node, Firefox). */
const headerValue =
  /(Header '[^']*' has invalid value: ).*'|^(?:\w+: )?(\w+(?:\.\w+| constructor): )?.*( is an invalid header value)/s;

/** Takes out of an error's words, or of its stack, what platforms quote there: a URL's password, a header's value. */
export function hideSecrets(text: string): string {
  return text.replace(password, "$1").replace(headerValue, "$1$2…$3");
}
