import { type HttpHandler, http } from "msw";
import { routePattern } from "./route-pattern.ts";

const handlerFor = {
  GET: http.get,
  HEAD: http.head,
  OPTIONS: http.options,
  PUT: http.put,
  DELETE: http.delete,
  POST: http.post,
  PATCH: http.patch,
};

/** `"METHOD /path/{param}"`, as `api.request` takes it. A `*` in it stands for any text. */
export type MockRoute = `${keyof typeof handlerFor} /${string}`;

export interface RouteHandlerOptions {
  /** Where the API is; a `*` in it stands for any text. Default `"*"`: any origin, and any path before the route's. */
  baseUrl?: string | undefined;
}

/** What a resolver is told: the request and the route's parameters, decoded. */
export interface MockCall {
  request: Request;
  params: Readonly<Record<string, string | undefined>>;
}

/**
 * Makes an MSW handler for a route in the kit's own form, so that a mock is written with the string that the app
 * calls. A resolver that gives undefined leaves the call to the next handler.
 *
 * ```ts
 * routeHandler("GET /v1/sessions/{sessionId}", ({ params }) => HttpResponse.json({ id: params.sessionId }));
 * ```
 *
 * @throws TypeError when the route is not `"METHOD /path"`, or `baseUrl` is relative and there is no page
 */
export function routeHandler(
  route: MockRoute,
  resolve: (call: MockCall) => Promise<Response | undefined> | Response | undefined,
  options: RouteHandlerOptions = {},
): HttpHandler {
  const { method, path } = parseMockRoute(route);
  const { url, paramsOf } = routePattern(options.baseUrl ?? "*", path);
  return handlerFor[method](url, ({ request }) =>
    resolve({ request, params: paramsOf(request.url) }),
  );
}

function parseMockRoute(route: string): { method: keyof typeof handlerFor; path: string } {
  const [, name, path] = /^([A-Z]+) (\/[^?#\s]*)$/.exec(route) ?? [];
  if (!isMethod(name) || path === undefined)
    throw new TypeError(
      `route must look like "GET /v1/sessions/{sessionId}", without a query string: got ${JSON.stringify(route)}`,
    );
  return { method: name, path };
}

function isMethod(name: string | undefined): name is keyof typeof handlerFor {
  return name !== undefined && Object.hasOwn(handlerFor, name);
}
