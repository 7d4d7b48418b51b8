import { answerTo, headersOf } from "./answers.ts";
import type { ClientOptions } from "./clients/client.ts";

/** A `fetch` that answers at once, with a `Response` made anew and a request id of its own each time. */
export function createFakeFetch(): ClientOptions["fetch"] {
  let asked = 0;
  return async (input) => {
    asked += 1;
    const url = input instanceof Request ? input.url : String(input);
    const requestId = `req_${asked}`;
    const { status, body } = answerTo(url.slice(url.lastIndexOf("/") + 1), requestId);
    return new Response(body, { status, headers: headersOf(requestId) });
  };
}
