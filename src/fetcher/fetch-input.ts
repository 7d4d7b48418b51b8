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
 * @throws TypeError for a URL, method, header or body that cannot be used, in the platform's own words
 */
export async function readFetchInput(
  input: RequestInfo | URL,
  given: RequestInit = {},
): Promise<FetchInput> {
  const request = isRequest(input) ? input : undefined;
  const {
    method: ownMethod,
    headers: ownHeaders,
    body: ownBody,
    signal,
    redirect,
    ...rest
  } = given;
  const headers = new Headers(ownHeaders ?? request?.headers);
  const body = ownBody ?? (request && (await bodyOf(request)));
  const isStreamed = isStream(body);
  const checked = new Request(urlOf(input)?.href ?? String(input), {
    method: ownMethod ?? request?.method ?? "GET",
    // A stream would be taken by this one.
    body: isStreamed ? "" : (body ?? null),
  });
  return {
    url: new URL(checked.url),
    method: checked.method,
    headers,
    body: body ?? undefined,
    signal: signal ?? request?.signal,
    redirect: redirect ?? (request?.redirect === "follow" ? undefined : request?.redirect),
    init: { ...(request && settingsOf(request)), ...rest },
  };
}

/** By form, since it may be of another realm or a polyfill. */
export function isRequest(input: RequestInfo | URL): input is Request {
  return typeof input === "object" && input !== null && "url" in input && "headers" in input;
}

/** Where it goes, relative to the page as `fetch` takes it; undefined for what is no URL. */
export function urlOf(input: RequestInfo | URL): URL | undefined {
  const address = isRequest(input) ? input.url : String(input);
  const page = typeof location === "undefined" ? undefined : location.href;
  return URL.canParse(address, page) ? new URL(address, page) : undefined;
}

/** Firefox does not tell whether there is one. */
async function bodyOf(request: Request): Promise<ArrayBuffer | undefined> {
  if (request.body === null || request.method === "GET" || request.method === "HEAD")
    return undefined;
  const body = await request.arrayBuffer();
  return body.byteLength > 0 ? body : undefined;
}

/** Those that the runtime knows: Workers have neither mode nor cache. */
function settingsOf(request: Request): RequestInit {
  const { mode, credentials, cache, referrer, referrerPolicy, integrity, keepalive } = request;
  const settings = { mode, credentials, cache, referrer, referrerPolicy, integrity, keepalive };
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
}
