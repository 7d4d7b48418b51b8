import type { Route } from "../error/route-form.ts";
import type { Api } from "../fetcher/api.ts";
import type { RequestSettings } from "../fetcher/api-options.ts";
import { toComparableBody } from "./comparable-body.ts";

/** A request in the query layer, whatever its route. */
export type AttemptRequest<Output> = RequestSettings<Output> & {
  params?: Readonly<Record<string, unknown>>;
};

/**
 * What each attempt of a call sends, as it was when the call began: a render may give its hook another route, API or
 * headers meanwhile.
 */
export interface BegunRequest {
  readonly api: Api;
  readonly route: Route;
  readonly request: AttemptRequest<unknown>;
}

/** Copies a request, since the app may change the objects that it gave. Never throws. */
export function copyRequest({ params, query, body, headers, ...rest }: AttemptRequest<unknown>) {
  return {
    ...rest,
    ...(params && { params: { ...params } }),
    ...(query && { query: { ...query } }),
    ...(headers && { headers: { ...headers } }),
    ...(body !== undefined && { body: copyBody(body) }),
  };
}

/** A body that can be neither changed nor copied, such as a file or a stream, stays as it is. */
function copyBody(body: unknown): unknown {
  if (body instanceof URLSearchParams) return new URLSearchParams(body);
  if (body instanceof FormData) return copyForm(body);
  if (body instanceof ArrayBuffer) return body.slice(0);
  if (ArrayBuffer.isView(body)) {
    const { buffer, byteOffset, byteLength } = body;
    return new Uint8Array(buffer, byteOffset, byteLength).slice();
  }
  const comparable = toComparableBody(body);
  if (!comparable || comparable.sentAs) return body;
  const { content } = comparable;
  // Not for numbers that JSON writes but parses as others: `JSON.rawJSON`.
  return JSON.stringify(content) === JSON.stringify(body) ? content : body;
}

function copyForm(form: FormData): FormData {
  const copy = new FormData();
  for (const [name, value] of form) copy.append(name, value);
  return copy;
}
