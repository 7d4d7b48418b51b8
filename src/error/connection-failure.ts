import { readProperty } from "./read-property.ts";

/**
 * Whether an error says that no complete answer came: by an engine's message, by its name, or by a socket's error code.
 * Never throws.
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

/** The messages of engines when `fetch` got no complete answer, word for word. */
const fetchMessages = new Set([
  "Failed to fetch", // Chromium
  "network error", // Chromium, when a body breaks off
  "NetworkError when attempting to fetch resource.", // Firefox
  "Error in body stream", // Firefox, when a body breaks off
  "Load failed", // Safari
  "The network connection was lost.", // Safari
  "The Internet connection appears to be offline.", // Safari
  "Network request failed", // React Native, cross-fetch
  "fetch failed", // Node
  "terminated", // Node, when a body breaks off
  "Network connection lost.", // Cloudflare Workers
]);

/** Chromium, and Sentry in every browser, append the host: `Failed to fetch (api.example.com)`. */
function isFetchMessage(message: string): boolean {
  return fetchMessages.has(message.replace(/ \([\w.:[\]-]+\)$/, ""));
}

/** Error codes of Node's sockets, streams and parsers, and of HTTP clients for Node. */
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
