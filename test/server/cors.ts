import type { IncomingMessage, ServerResponse } from "node:http";

export interface CorsOptions {
  /** The one origin that may read answers. Default: none, as for a server that knows no CORS. */
  allowOrigin?: string;
  /** `Access-Control-Expose-Headers`. Default: none, so that a page sees neither `Retry-After` nor `X-Request-Id`. */
  exposeHeaders?: readonly string[];
}

/** Sets the CORS headers of an answer, and answers preflights: true when it did. */
export function handleCors(
  request: IncomingMessage,
  response: ServerResponse,
  options: CorsOptions,
): boolean {
  const { allowOrigin, exposeHeaders = [] } = options;
  response.setHeader("vary", "origin");
  if (allowOrigin !== undefined && request.headers.origin === allowOrigin) {
    response.setHeader("access-control-allow-origin", allowOrigin);
    if (exposeHeaders.length > 0)
      response.setHeader("access-control-expose-headers", exposeHeaders.join(", "));
  }
  const wanted = request.headers["access-control-request-method"];
  if (request.method !== "OPTIONS" || wanted === undefined) return false;
  response.setHeader("access-control-allow-methods", wanted);
  const headers = request.headers["access-control-request-headers"];
  if (headers !== undefined) response.setHeader("access-control-allow-headers", headers);
  response.writeHead(204).end();
  return true;
}
