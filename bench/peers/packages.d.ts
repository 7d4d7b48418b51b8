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

declare module "react-hot-toast" {
  import type { ReactNode } from "react";
  export function Toaster(): ReactNode;
  const toast: {
    error(message: string, options: { id: string; duration: number }): string;
  };
  export default toast;
}

declare module "react-toastify" {
  import type { ReactNode } from "react";
  export function ToastContainer(): ReactNode;
  export const toast: {
    error(message: string, options: { toastId: string; autoClose: false }): unknown;
    isActive(toastId: string): boolean;
    update(toastId: string, options: { render: string }): void;
  };
}
