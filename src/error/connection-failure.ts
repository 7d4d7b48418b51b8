import { readProperty } from "./read-property.ts";

/**
 * Whether an error says of itself that no complete answer came: in an engine's own words, by its name, or by the code of a
 * socket. Never throws.
 */
export function isConnectionFailure(thrown: unknown): boolean {
  const read = (key: PropertyKey) => readProperty(thrown, key);
  const [name, code, message] = [read("name"), read("code"), read("message")];
  return (
    (name === "TypeError" && typeof message === "string" && isFetchMessage(message)) ||
    (name === "NetworkError" && read(Symbol.toStringTag) === "DOMException") ||
    (typeof code === "string" && socketCodes.has(code))
  );
}

/** What engines say where `fetch` got no complete answer, word for word. */
const fetchMessages = new Set([
  "Failed to fetch", // Chromium
  "network error", // Chromium, a body that breaks
  "NetworkError when attempting to fetch resource.", // Firefox
  "Error in body stream", // Firefox, a body that breaks
  "Load failed", // Safari
  "The network connection was lost.", // Safari
  "The Internet connection appears to be offline.", // Safari
  "Network request failed", // React Native, cross-fetch
  "fetch failed", // Node
  "terminated", // Node, a body that breaks
  "Network connection lost.", // Cloudflare Workers
]);

/** Chromium, and Sentry in every browser, name the host behind it: `Failed to fetch (api.example.com)`. */
function isFetchMessage(message: string): boolean {
  return fetchMessages.has(message.replace(/ \([\w.:[\]-]+\)$/, ""));
}

/** What a socket, a stream or a parser of Node and of its HTTP clients ends with. */
const socketCodes = new Set([
  "ECONNABORTED",
  "ECONNREFUSED",
  "ECONNRESET",
  "EADDRNOTAVAIL",
  "EAI_AGAIN",
  "EHOSTDOWN",
  "EHOSTUNREACH",
  "ENETDOWN",
  "ENETRESET",
  "ENETUNREACH",
  "ENOTFOUND",
  "EPIPE",
  "EPROTO",
  "ESOCKETTIMEDOUT",
  "ETIMEDOUT",
  "ERR_HTTP2_GOAWAY_SESSION",
  "ERR_HTTP2_SESSION_ERROR",
  "ERR_HTTP2_STREAM_CANCEL",
  "ERR_HTTP2_STREAM_ERROR",
  "ERR_NETWORK", // axios
  "ERR_SOCKET_CLOSED",
  "ERR_STREAM_DESTROYED",
  "ERR_STREAM_PREMATURE_CLOSE",
  "UND_ERR_BODY_TIMEOUT", // undici, which is Node's fetch
  "UND_ERR_CLOSED",
  "UND_ERR_CONNECT_TIMEOUT",
  "UND_ERR_DESTROYED",
  "UND_ERR_HEADERS_TIMEOUT",
  "UND_ERR_RES_CONTENT_LENGTH_MISMATCH",
  "UND_ERR_SOCKET",
]);
