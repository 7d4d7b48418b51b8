import { type HttpHandler, http } from "msw";
import { type Method, parseRoute, type Route, type WellFormed } from "../error/route-form.ts";
import { routePattern } from "./route-pattern.ts";

const handlerFor: Record<Method, (typeof http)["get"]> = {
  GET: http.get,
  HEAD: http.head,
  OPTIONS: http.options,
  PUT: http.put,
  DELETE: http.delete,
  POST: http.post,
  PATCH: http.patch,
};

/** A route as `api.request` takes it. `*` stands for any text. */
export type MockRoute = Route;

export interface RouteHandlerOptions {
  /** The API's base URL; `*` stands for any text. Default `"*"`: any origin, and any path before the route's. */
  baseUrl?: string | undefined;
}

/** What a resolver gets: the request, and the route's parameters, decoded. */
export interface MockCall {
  request: Request;
  params: Readonly<Record<string, string | undefined>>;
}

/**
 * Makes an MSW handler for a route in the kit's own form, so that the mock has the same string as the app's call. If
 * the resolver returns undefined, the call goes on to the next handler.
 *
 * ```ts
 * routeHandler("GET /v1/sessions/{sessionId}", ({ params }) => HttpResponse.json({ id: params.sessionId }));
 * ```
 *
 * @throws TypeError if the route is not `"METHOD /path"`, or if `baseUrl` is relative and there is no page
 */
export function routeHandler<R extends MockRoute>(
  route: WellFormed<R>,
  resolve: (call: MockCall) => Promise<Response | undefined> | Response | undefined,
  options: RouteHandlerOptions = {},
): HttpHandler {
  const { method, template } = parseRoute(route);
  const { url, paramsOf } = routePattern(options.baseUrl ?? "*", template);
  return handlerFor[method](url, ({ request }) =>
    resolve({ request, params: paramsOf(request.url) }),
  );
}
