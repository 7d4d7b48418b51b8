import { readProperty } from "../error/read-property.ts";

// Chromium, Safari, Firefox, Node, React Native, a broken body in Chromium, a broken body in Node.
const fetchMessages =
  /^(?:Failed to fetch|Load failed|NetworkError when|fetch failed|Network request failed|network error|terminated)/;

/**
 * Whether a value thrown by `fetch`, or by reading its body, means that no complete answer came. fetch rejects with a
 * TypeError for DNS, refused, reset, CORS and offline alike (Fetch, "network error"). By name, since fetch may come
 * from another realm. Never throws.
 */
export function isNetworkFailure(thrown: unknown): boolean {
  return readProperty(thrown, "name") === "TypeError" || isSystemFailure(thrown);
}

/** The same for code that calls `fetch` somewhere inside: there a TypeError with words of its own is a mistake in it. */
export function isInnerNetworkFailure(thrown: unknown): boolean {
  const message = readProperty(thrown, "message");
  const isFetchMessage = typeof message === "string" && fetchMessages.test(message);
  return isSystemFailure(thrown) || (isNetworkFailure(thrown) && isFetchMessage);
}

/**
 * A DOMException, or an error with a code of Node's sockets (`ECONNRESET`) or streams (`ERR_STREAM_…`), or undici's. An
 * abort as well: whoever aborted inside was not the caller, and a person waits.
 */
function isSystemFailure(thrown: unknown): boolean {
  const code = readProperty(thrown, "code");
  return (
    readProperty(thrown, Symbol.toStringTag) === "DOMException" ||
    readProperty(thrown, "name") === "AbortError" ||
    (typeof code === "string" && /^(?:E[A-Z]|UND_ERR_)/.test(code))
  );
}
