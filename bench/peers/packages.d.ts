/**
 * What is used here of the packages that `bench/package.json` names. `npm ci` does not install them, and `tsc` must find
 * them all the same.
 */

declare module "up-fetch" {
  export class ResponseError extends Error {
    data: unknown;
  }
  export function up(
    fetch: (input: string | URL | Request, init?: RequestInit) => Promise<Response>,
    defaults: () => { baseUrl: string; timeout: number },
  ): (path: string) => Promise<unknown>;
}

declare module "@better-fetch/fetch" {
  export class BetterFetchError extends Error {
    error: unknown;
  }
  export function createFetch(config: {
    baseURL: string;
    timeout: number;
    throw: true;
    customFetchImpl: (input: string | URL | Request, init?: RequestInit) => Promise<Response>;
  }): (path: string, options?: { params?: Record<string, string> }) => Promise<unknown>;
}
