import { requireHeaderNames } from "../envelope/request-id-headers.ts";
import { givenOptions } from "../error/given-options.ts";
import { isRecord, misuse, requireFunctions, secretMisuse } from "../error/misuse.ts";
import { requireRetryOptions } from "../retry/retry-options.ts";
import type { ApiOptions } from "./api-options.ts";
import { setHeaders } from "./request-headers.ts";

/**
 * Checks an API's options, so that a mistake shows where it was made and not at the first call. The URL and the time
 * limits are checked where they are used.
 * @throws TypeError that says in one line what was wanted, what was given and how to fix it
 */
export function requireApiOptions(options: ApiOptions): ApiOptions {
  if (!isRecord(options))
    throw secretMisuse(
      "createApi",
      options,
      () =>
        process.env.NODE_ENV !== "production" &&
        'must be given its options, such as { baseUrl: "https://api.agntix.ai" }',
    );
  const given = givenOptions(options);
  const { credentials, headers, keyHeaders, name, redirect, retry } = given;
  if (credentials !== undefined && typeof credentials?.headers !== "function")
    throw secretMisuse(
      "credentials",
      credentials,
      () =>
        process.env.NODE_ENV !== "production" && [
          "must be what apiKey(…) or bearer(…) gave, or have a headers function",
          "for a key pass apiKey(() => key)",
        ],
    );
  if (headers !== undefined) setHeaders(new Headers(), headers, "headers");
  requireFunctions(given, ["fetch", "onError", "readError", "route"]);
  if (name !== undefined && (typeof name !== "string" || name === ""))
    throw misuse(
      "name",
      name,
      () => process.env.NODE_ENV !== "production" && "must be a non-empty string",
    );
  if (redirect !== undefined && redirect !== "manual" && redirect !== "follow")
    throw misuse(
      "redirect",
      redirect,
      () => process.env.NODE_ENV !== "production" && 'must be "manual" or "follow"',
    );
  requireHeaderNames("keyHeaders", keyHeaders);
  requireRetryOptions(retry);
  return given;
}
