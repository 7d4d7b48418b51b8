import { givenOptions } from "../error/given-options.ts";
import { toLocalError } from "../error/local-error.ts";
import { pageUrl } from "../error/page-url.ts";
import { startDeadline } from "./deadline.ts";
import { isStream } from "./request-body.ts";

/** What `fetch` was given, taken apart, so that it can be sent more than once. */
export interface FetchInput {
  url: URL;
  method: string;
  headers: Headers;
  body: BodyInit | undefined;
  signal: AbortSignal | undefined;
  /** Only what the caller has set itself: every other `Request` says "follow". */
  redirect: RequestRedirect | undefined;
  /** All other settings. */
  init: RequestInit;
}

/**
 * Reads what `fetch` takes, as `fetch` does. The body of a `Request` is read into memory, since nothing tells one that was
 * made of a stream from one that was made of a text; a body in `init` goes as it is.
 * @param meanwhile begins with the reading of such a body, which may take long. Never rejects
 * @throws TypeError for a URL, method, header or body that cannot be used, in the platform's own words but for the secrets in them
 */
export async function readFetchInput(
  input: RequestInfo | URL,
  given: RequestInit | null | undefined,
  meanwhile: (signal: AbortSignal | undefined) => Promise<void>,
): Promise<FetchInput> {
  const request = isRequest(input) ? input : undefined;
  const {
    method: ownMethod,
    headers: ownHeaders,
    body: ownBody,
    signal,
    redirect,
    ...rest
  } = givenOptions(given ?? {});
  const headers = told(() => new Headers(ownHeaders ?? request?.headers));
  // `null` lets go of the one that the `Request` has (Fetch, "new Request", step 28).
  const abort = signal === undefined ? request?.signal : (signal ?? undefined);
  const body = ownBody ?? (request && (await bodyOf(request, abort, meanwhile)));
  const isStreamed = isStream(body);
  const settings = { ...(request && settingsOf(request)), ...rest };
  const asked = {
    ...settings,
    ...(redirect !== undefined && { redirect }),
    method: ownMethod ?? request?.method ?? "GET",
    // A stream would be taken by this one; an empty one asks for the same settings.
    body: isStreamed ? new ReadableStream() : (body ?? null),
  };
  const checked = told(() => new Request(urlOf(input)?.href ?? String(input), asked));
  return {
    url: new URL(checked.url),
    method: checked.method,
    headers,
    body: body ?? undefined,
    signal: abort,
    redirect: redirect ?? (request?.redirect === "follow" ? undefined : request?.redirect),
    init: settings,
  };
}

/** What the platform refuses it may quote, a token among it. */
function told<Made>(make: () => Made): Made {
  try {
    return make();
  } catch (thrown) {
    throw new TypeError(toLocalError(thrown).message);
  }
}

/** By form, since it may be of another realm or a polyfill. */
export function isRequest(input: RequestInfo | URL): input is Request {
  return typeof input === "object" && input !== null && "url" in input && "headers" in input;
}

/** Where it goes, relative to the page as `fetch` takes it; undefined for what is no URL. */
export function urlOf(input: RequestInfo | URL): URL | undefined {
  const address = isRequest(input) ? input.url : String(input);
  const page = pageUrl();
  return URL.canParse(address, page) ? new URL(address, page) : undefined;
}

/** Firefox does not tell whether there is one. */
async function bodyOf(
  request: Request,
  signal: AbortSignal | undefined,
  meanwhile: (signal: AbortSignal | undefined) => Promise<void>,
): Promise<ArrayBuffer | undefined> {
  if (request.body === null || request.method === "GET" || request.method === "HEAD")
    return undefined;
  const deadline = startDeadline(Number.POSITIVE_INFINITY, signal);
  try {
    const reading = deadline.race(() => request.arrayBuffer());
    const [body] = await Promise.all([reading, meanwhile(signal)]);
    return body.byteLength > 0 ? body : undefined;
  } finally {
    deadline.release();
  }
}

/** Those that the runtime knows: Workers have neither mode nor cache. */
function settingsOf(request: Request): RequestInit {
  const { credentials, cache, referrer, referrerPolicy, integrity, keepalive } = request;
  // A navigation's cannot be asked for (Fetch, "new Request", step 11).
  const mode = request.mode === "navigate" ? "same-origin" : request.mode;
  const settings = { mode, credentials, cache, referrer, referrerPolicy, integrity, keepalive };
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
}
