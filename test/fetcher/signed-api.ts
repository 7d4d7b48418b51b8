import { vi } from "vitest";
import type { ApiError } from "../../src/error/api-error.ts";
import { bearer } from "../../src/fetcher/bearer.ts";
import type { BearerOptions } from "../../src/fetcher/token-refresh.ts";
import { envelope, json, quietApi } from "./fake-fetch.ts";

/** An API that takes one token, and an app whose token is an older one; `refresh` stores the one that is taken. */
export function signedApi(source: Partial<BearerOptions> = {}, retry?: false) {
  const app = { token: "old", taken: "new" };
  const signed: string[] = [];
  const fetch = vi.fn(async (_input: unknown, init?: RequestInit) => {
    const token = new Headers(init?.headers).get("authorization") ?? "none";
    signed.push(token);
    return token === `Bearer ${app.taken}` ? json("in") : envelope(401, "UNAUTHORIZED");
  });
  const refresh = vi.fn(async () => {
    await Promise.resolve();
    app.token = app.taken;
    return app.token;
  });
  const onSessionExpired = vi.fn<(error: ApiError) => void>();
  const credentials = bearer({ token: () => app.token, refresh, onSessionExpired, ...source });
  const api = quietApi(fetch, { credentials, ...(retry === undefined ? {} : { retry }) });
  // Longer than a refresh may take.
  const get = () => api.request("GET /v1/x", { timeoutMs: 60_000 });
  return { api, get, app, signed, fetch, refresh, onSessionExpired };
}
