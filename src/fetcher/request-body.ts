/** What the platform sends as it is, with a content type of its own. */
type NativeBody = FormData | Blob | URLSearchParams | ArrayBuffer | ArrayBufferView<ArrayBuffer>;

/**
 * Gives the body and its content type: FormData, Blob, URLSearchParams and buffers as they are, all else as JSON.
 * @throws TypeError when the value has no JSON form (a cycle, a BigInt, a function)
 */
export function toRequestBody(body: unknown): { body?: BodyInit; contentType?: string } {
  if (body === undefined) return {};
  if (isNative(body)) return { body };
  return { body: toJson(body), contentType: "application/json" };
}

function isNative(body: unknown): body is NativeBody {
  return (
    body instanceof FormData ||
    body instanceof Blob ||
    body instanceof URLSearchParams ||
    body instanceof ArrayBuffer ||
    ArrayBuffer.isView(body)
  );
}

function toJson(body: unknown): string {
  const reason =
    "body must be FormData, Blob, URLSearchParams, a buffer or a value with a JSON form";
  let json: string | undefined;
  try {
    json = JSON.stringify(body);
  } catch (cause) {
    throw new TypeError(`${reason}: ${cause instanceof Error ? cause.message : "got none"}`, {
      cause,
    });
  }
  if (json === undefined) throw new TypeError(`${reason}: got ${typeof body}`);
  return json;
}
