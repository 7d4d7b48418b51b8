import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll, beforeEach, expect } from "vitest";
import { type Api, type ApiError, apiKey, createApi, toApiError } from "../../src/core.ts";
import {
  type AgentServiceOptions,
  createAgentService,
} from "../../stories/playground/service/agent-service.ts";

/** The service behind MSW for the tests of a file, reset after each, and the kit's own client on it. */
export function runService(options: AgentServiceOptions = {}) {
  const clock = { nowMs: Date.UTC(2026, 0, 5, 9, 0, 0) };
  const service = createAgentService({ now: () => clock.nowMs, random: () => 0, ...options });
  const server = setupServer(...service.handlers);
  beforeAll(() => server.listen({ onUnhandledRequest: "error" }));
  beforeEach(() => service.reset());
  afterAll(() => server.close());
  afterEach(() => server.events.removeAllListeners());
  return { service, server, clock, api: clientWith(service.keys.full) };
}

/** A new client for each call: what one learns of the service, such as its rate limit, must not hold back the next. */
export function clientWith(key: string | null): Pick<Api, "request"> {
  const options = {
    baseUrl: "https://api.example.test",
    credentials: apiKey(key),
    retry: false as const,
    onError: () => {},
  };
  return { request: (route, ...args) => createApi(options).request(route, ...args) };
}

/** The error that a call must end with. */
export function failureOf(call: Promise<unknown>): Promise<ApiError> {
  return call.then(() => expect.unreachable("the call succeeded"), toApiError);
}
