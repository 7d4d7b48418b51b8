import { tagOf } from "../fetcher/request-body.ts";

/** A body's content in a form whose JSON differs from other bodies'. */
export interface ComparableBody {
  /** How the body is sent, if not as JSON: a form may have the same content as an object. */
  sentAs?: "search" | "form" | "bytes";
  content: unknown;
}

const bytesTags = new Set(["ArrayBuffer", "SharedArrayBuffer"]);

/**
 * A body's content in a form that is the same for equal bodies and for no others; undefined if that is impossible, as
 * for a file, which can only be read asynchronously, or for a value without a JSON form. Never throws.
 */
export function toComparableBody(body: unknown): ComparableBody | undefined {
  switch (tagOf(body)) {
    case "URLSearchParams":
      return { sentAs: "search", content: String(body) };
    case "FormData":
      return body instanceof FormData ? formContent(body) : undefined;
    case "Blob":
    case "File":
    case "ReadableStream":
      return undefined;
    default:
      return bytesContent(body) ?? jsonContent(body);
  }
}

function formContent(form: FormData): ComparableBody | undefined {
  const fields = [...form];
  const isText = fields.every(([, value]) => typeof value === "string");
  return isText ? { sentAs: "form", content: fields } : undefined;
}

function bytesContent(body: unknown): ComparableBody | undefined {
  const bytes = ArrayBuffer.isView(body)
    ? new Uint8Array(body.buffer, body.byteOffset, body.byteLength)
    : isBuffer(body)
      ? new Uint8Array(body)
      : undefined;
  return bytes && { sentAs: "bytes", content: Array.from(bytes, toHex).join("") };
}

function isBuffer(body: unknown): body is ArrayBuffer {
  return bytesTags.has(tagOf(body));
}

const toHex = (byte: number) => byte.toString(16).padStart(2, "0");

/** As it is sent: a date as text, and without what JSON leaves out. */
function jsonContent(body: unknown): ComparableBody | undefined {
  try {
    const json = JSON.stringify(body);
    return json === undefined ? undefined : { content: JSON.parse(json) };
  } catch {
    return undefined;
  }
}
