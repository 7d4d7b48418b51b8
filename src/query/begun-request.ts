import type { Route } from "../error/route-form.ts";
import type { Api } from "../fetcher/api.ts";
import type { RequestSettings } from "../fetcher/api-options.ts";
import { toComparableBody } from "./comparable-body.ts";

/** A request as the query layer holds it, whatever its route. */
export type AttemptRequest<Output> = RequestSettings<Output> & {
  params?: Readonly<Record<string, unknown>>;
};

/**
 * What a call sends with each of its attempts, as it was when it was begun: a render meanwhile may give its hook another
 * route, API or headers.
 */
export interface BegunRequest {
  readonly api: Api;
  readonly route: Route;
  readonly request: AttemptRequest<unknown>;
}

/** The request with a body of its own, since the app may go on changing the objects that it gave. Never throws. */
export function copyRequest({ params, query, body, headers, ...rest }: AttemptRequest<unknown>) {
  return {
    ...rest,
    ...(params && { params: { ...params } }),
    ...(query && { query: { ...query } }),
    ...(headers && { headers: { ...headers } }),
    ...(body !== undefined && { body: copyBody(body) }),
  };
}

/** What can be neither changed nor copied, as a file or a stream, stays as it is. */
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
  // Not of numbers that JSON writes and does not read: `JSON.rawJSON`.
  return JSON.stringify(content) === JSON.stringify(body) ? content : body;
}

function copyForm(form: FormData): FormData {
  const copy = new FormData();
  for (const [name, value] of form) copy.append(name, value);
  return copy;
}
