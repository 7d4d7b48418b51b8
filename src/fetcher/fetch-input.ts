import { givenOptions } from "../error/given-options.ts";
import { toLocalError } from "../error/local-error.ts";
import { pageUrl } from "../error/page-url.ts";
import { startDeadline } from "./deadline.ts";
import { isStream } from "./request-body.ts";

/** The parts of what `fetch` was given, so that they can be sent more than once. */
export interface FetchInput {
  url: URL;
  method: string;
  headers: Headers;
  body: BodyInit | undefined;
  signal: AbortSignal | undefined;
  /** Only what the caller has set: any other `Request` has "follow". */
  redirect: RequestRedirect | undefined;
  /** All other settings. */
  init: RequestInit;
}

/**
 * Reads the arguments of `fetch`, as `fetch` does. The body of a `Request` is read into memory, since nothing says
 * whether it was made of a stream or of a text; a body in `init` is sent as it is.
 * @param meanwhile starts together with the reading of such a body, which may take long. Never rejects
 * @throws TypeError for a URL, method, header or body that cannot be used: the platform's own message, without secrets
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
  // `null` removes the signal that the `Request` has (Fetch, "new Request", step 28).
  const abort = signal === undefined ? request?.signal : (signal ?? undefined);
  const body = ownBody ?? (request && (await bodyOf(request, abort, meanwhile)));
  const isStreamed = isStream(body);
  const settings = { ...(request && settingsOf(request)), ...rest };
  const asked = {
    ...settings,
    ...(redirect !== undefined && { redirect }),
    method: ownMethod ?? request?.method ?? "GET",
    // This check would use up a stream; an empty one is checked for the same settings.
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

/** Hides secrets in the platform's message: it may quote what it refuses, such as a token. */
function told<Made>(make: () => Made): Made {
  try {
    return make();
  } catch (thrown) {
    throw new TypeError(toLocalError(thrown).message);
  }
}

/** By shape, since it may be of another realm or a polyfill. */
export function isRequest(input: RequestInfo | URL): input is Request {
  return typeof input === "object" && input !== null && "url" in input && "headers" in input;
}

/** The URL that a call goes to, resolved against the page as in `fetch`; undefined if it is no URL. */
export function urlOf(input: RequestInfo | URL): URL | undefined {
  const address = isRequest(input) ? input.url : String(input);
  const page = pageUrl();
  return URL.canParse(address, page) ? new URL(address, page) : undefined;
}

/** Undefined for an empty body too, since Firefox does not say whether there is one. */
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

/** The settings that the runtime knows: Workers have neither mode nor cache. */
function settingsOf(request: Request): RequestInit {
  const { credentials, cache, referrer, referrerPolicy, integrity, keepalive } = request;
  // The mode "navigate" cannot be set (Fetch, "new Request", step 11).
  const mode = request.mode === "navigate" ? "same-origin" : request.mode;
  const settings = { mode, credentials, cache, referrer, referrerPolicy, integrity, keepalive };
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
}
