/** What the tests of tabs that share a token have in common, whatever browser they are in. */

import type { Reply } from "../server/exchange.ts";
import { fault } from "../server/fault.ts";

/** Takes one token, and gives it for a refresh; slow, so that the tabs' refreshes would overlap. */
export function tokenService(taken: string): { resource: Reply; refresh: Reply } {
  return {
    resource: (exchange) => {
      const isTaken = exchange.request.headers["authorization"] === `Bearer ${taken}`;
      return (isTaken ? fault.ok("in") : fault.error("UNAUTHORIZED"))(exchange);
    },
    refresh: fault.slow(300, fault.ok({ token: taken })),
  };
}

/**
 * Twenty calls at once with a token that this origin's tabs share; resolves with what came. To be called in a page of
 * the scenario Core.
 */
export function callTwentyTimes(apiUrl: string): Promise<unknown[]> {
  const { bearer, createApi } = window.core;
  const api = createApi({
    baseUrl: apiUrl,
    onError: () => {},
    credentials: bearer({
      token: () => localStorage.getItem("token"),
      refresh: async () => {
        const answer = await fetch(`${apiUrl}/v1/refresh`, { method: "POST" });
        const { token } = await answer.json();
        localStorage.setItem("token", token);
        return token;
      },
    }),
  });
  const calls = Array.from({ length: 20 }, () => api.request("GET /v1/resource"));
  return Promise.all(calls);
}
