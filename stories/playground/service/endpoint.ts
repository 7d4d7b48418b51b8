import { HttpResponse, type JsonBodyType } from "msw";
import type { MockRoute } from "react-recourse/msw";
import type { RateLimit } from "./rate-limit.ts";
import type { Scope } from "./schemas.ts";
import type { ServiceState, Settings, StoredKey } from "./state.ts";

/** What every endpoint works on. `state` is replaced by a reset: read it at each call. */
export interface ServiceContext {
  readonly settings: Settings;
  readonly messageLimit: RateLimit;
  state: ServiceState;
}

export interface EndpointCall {
  request: Request;
  /** The value of a parameter of the route. */
  param(name: string): string;
  query: URLSearchParams;
  /** The key that signed the call; it has the endpoint's scope. */
  apiKey: StoredKey;
}

/** One route of the service. A broken rule is thrown as a `Refusal`. */
export interface Endpoint {
  route: MockRoute;
  /** What the key must be allowed to do. Absent: reading, which every key may. */
  scope?: Scope;
  answer(call: EndpointCall): Response | Promise<Response>;
}

export const ok = (body: JsonBodyType): Response => HttpResponse.json(body);
export const created = (body: JsonBodyType): Response => HttpResponse.json(body, { status: 201 });
export const noContent = (): Response => new HttpResponse(null, { status: 204 });
