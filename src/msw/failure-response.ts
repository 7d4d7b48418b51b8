import { delay, HttpResponse } from "msw";
import { type DocumentedCode, documentedCodes } from "../error/error-code.ts";
import { type ErrorResponseOptions, errorResponse } from "./error-response.ts";

/**
 * The ways in which a call fails without an envelope.
 *
 * - `network`: no answer, as after a lost or refused connection, or because of CORS.
 * - `cutBody`: a 200 whose body breaks off with the connection.
 * - `cutJson`: a 200 whose body arrives whole, but is half a JSON document.
 * - `html502`: a proxy's HTML page.
 * - `slow`: the call waits `slowMs`, then goes on to the next handler.
 * - `noAnswer`: the call waits forever, and ends only with the caller's own deadline or abort.
 */
export const transportFailures = [
  "network",
  "cutBody",
  "cutJson",
  "html502",
  "slow",
  "noAnswer",
] as const;

export type TransportFailure = (typeof transportFailures)[number];

/** A documented code, a status, or a failure in transport. */
export type Failure = DocumentedCode | TransportFailure | number;

export interface FailureOptions extends ErrorResponseOptions {
  /** How long `slow` waits. Default 8 000. */
  slowMs?: number | undefined;
}

/**
 * Returns a failure as an MSW resolver does; undefined, after the wait, if the call should go on.
 *
 * ```ts
 * routeHandler("GET /v1/tools", async () => (await failureResponse("slow")) ?? HttpResponse.json([]));
 * ```
 *
 * @throws TypeError, as a rejection, for a failure that does not exist
 */
export async function failureResponse(
  failure: Failure,
  options: FailureOptions = {},
): Promise<Response | undefined> {
  switch (failure) {
    case "network":
      return HttpResponse.error();
    case "cutBody":
      return new HttpResponse(breakingBody(), json);
    case "cutJson":
      return new HttpResponse(halfADocument, json);
    case "html502":
      return HttpResponse.html(
        "<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>",
        { status: 502 },
      );
    case "slow":
      await delay(options.slowMs ?? 8_000);
      return undefined;
    case "noAnswer":
      return new Promise(() => {});
    default:
      return errorResponse(failure, options);
  }
}

/**
 * Whether a value, such as one from a form or a story's arguments, is a failure that {@link failureResponse} knows.
 *
 * ```ts
 * if (isFailure(args.failure)) worker.use(failing("GET /v1/tools", args.failure));
 * ```
 */
export function isFailure(value: unknown): value is Failure {
  if (typeof value === "number") return Number.isInteger(value) && value >= 400 && value <= 599;
  return [...documentedCodes, ...transportFailures].some((name) => name === value);
}

const json = { headers: { "content-type": "application/json" } };
const halfADocument = '{"items":[{"id":"ses_10';

function breakingBody(): ReadableStream<Uint8Array> {
  let sent = false;
  return new ReadableStream({
    pull(controller) {
      // Only at the second pull: an error at the first would discard the chunk, and no part would ever arrive.
      if (sent) controller.error(new TypeError("The connection was lost."));
      else controller.enqueue(new TextEncoder().encode(halfADocument));
      sent = true;
    },
  });
}
