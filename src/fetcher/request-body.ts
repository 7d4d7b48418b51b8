import { refusal } from "../error/misuse.ts";

/** Bodies that the platform sends as they are, with their own content type. */
type NativeBody = FormData | Blob | URLSearchParams | ArrayBuffer | ArrayBufferView<ArrayBuffer>;

interface RequestBody {
  body: BodyInit | undefined;
  /** Undefined if the platform sets it, or the call itself does. */
  contentType: string | undefined;
}

// By tag, since a body may come from another realm, and not every runtime has all of these classes.
const nativeTags = new Set(["FormData", "Blob", "File", "URLSearchParams", "ArrayBuffer"]);

/**
 * The body and its content type: FormData, Blob, URLSearchParams and buffers as they are, all else as JSON.
 * @param ownType the content type in the call's own headers: a string is then sent as it is, be it CSV or JSON
 * @throws TypeError for a stream, and for a value without a JSON form (a cycle, a BigInt, a function)
 */
export function toRequestBody(body: unknown, ownType?: string): RequestBody {
  if (body === undefined) return { body, contentType: undefined };
  if (isNative(body) || (ownType !== undefined && typeof body === "string"))
    return { body, contentType: undefined };
  if (isStream(body))
    throw refusal(
      "body",
      () =>
        process.env.NODE_ENV !== "production" && [
          "must be something that a retry can send again",
          "a stream",
          "read it into a Blob or a buffer first",
        ],
    );
  return { body: toJson(body), contentType: "application/json" };
}

/**
 * The content type in a call's own headers. Those of the API are for all its calls, and say nothing about one call's
 * body.
 */
export function contentTypeIn(headers: Readonly<Record<string, string>> = {}): string | undefined {
  return Object.entries(headers).find(([name]) => name.toLowerCase() === "content-type")?.[1];
}

function isNative(body: unknown): body is NativeBody {
  return nativeTags.has(tagOf(body)) || ArrayBuffer.isView(body);
}

/** The tag of a value: `FormData`, `Blob`, `Object`. */
export function tagOf(value: unknown): string {
  return Object.prototype.toString.call(value).slice("[object ".length, -1);
}

/** A web stream, a Node stream or any other asynchronous iterable. Safari's web streams are not iterable. */
export function isStream(body: unknown): body is object {
  if (typeof body !== "object" || body === null) return false;
  return Symbol.asyncIterator in body || "getReader" in body;
}

function toJson(body: unknown): string {
  let thrown: { cause?: unknown } = {};
  try {
    const json: string | undefined = JSON.stringify(body);
    if (json !== undefined) return json;
  } catch (cause) {
    thrown = { cause };
  }
  throw refusal(
    "body",
    () =>
      process.env.NODE_ENV !== "production" && [
        "must be FormData, Blob, URLSearchParams, a buffer or a value with a JSON form",
        typeof body,
        thrown.cause instanceof Error ? thrown.cause.message : undefined,
      ],
    thrown,
  );
}
