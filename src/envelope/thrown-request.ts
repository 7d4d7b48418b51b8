import type { ApiErrorFields } from "../error/api-error.ts";
import { memberAt } from "../error/member-at.ts";
import { placeholderPath } from "../error/placeholder-path.ts";
import { firstMember } from "./first-member.ts";

/** Where axios, ky, ofetch and SuperAgent keep the request of an error or an answer. */
const methods = [
  "config.method",
  "request.method",
  "options.method",
  "response.request.method",
  "response.req.method",
  "method",
];

const urls = [
  "config.url",
  "request.url",
  "request",
  "response.url",
  "meta.response.url",
  "networkError.response.url",
  "response.request.url",
  "response.req.url",
  "url",
  "data.path", // tRPC over a transport other than fetch
];

/** How many retries were sent: axios-retry, SuperAgent. */
const retries = ["config.axios-retry.retryCount", "retries"];

/** No server accepts a longer URL. */
const maxUrlLength = 8_192;

export type ThrownRequest = Pick<ApiErrorFields, "method" | "route" | "path" | "attempts"> & {
  /** As the error has it, with the query string. */
  url?: string;
};

/**
 * The request that a library's error or answer names: method, path, and a route made of them with `{}` for each ID, so
 * that it contains no parameter. Never throws.
 */
export function findRequest(thrown: unknown): ThrownRequest {
  const url = firstMember(thrown, urls, isUrl);
  const path = url === undefined ? undefined : pathOf(thrown, url);
  const repeated = firstMember(thrown, retries, isCount);
  const attempts = repeated === undefined ? undefined : repeated + 1;
  if (url === undefined || path === undefined) return { attempts };
  // ofetch keeps only the URL if it was called with nothing else: `fetch` then sends a GET.
  const isAddress = typeof memberAt(thrown, "request") === "string";
  const method =
    firstMember(thrown, methods, isMethod)?.toUpperCase() ?? (isAddress ? "GET" : undefined);
  const route = [method, placeholderPath(path)].filter(Boolean).join(" ");
  return { url, method, path, route, attempts };
}

function pathOf(thrown: unknown, url: string): string | undefined {
  const base = memberAt(thrown, "config.baseURL");
  const isRelative = !/^(?:[a-z][a-z\d+.-]*:)?\/\//i.test(url);
  // Joined as axios does, whatever slashes there are.
  const whole =
    isUrl(base) && isRelative ? `${base.replace(/\/+$/, "")}/${url.replace(/^\/+/, "")}` : url;
  try {
    const { pathname } = new URL(whole, "http://localhost");
    return pathname.startsWith("/") ? nameProcedure(thrown, pathname) : undefined;
  } catch {
    return undefined;
  }
}

/** tRPC sends a procedure in a batch with others: the error says which one failed. */
function nameProcedure(thrown: unknown, pathname: string): string {
  const procedure = memberAt(thrown, "data.path");
  const isProcedure = typeof procedure === "string" && /^[\w.-]{1,200}$/.test(procedure);
  const isOfBatch = isProcedure && pathname.split(/[/,]/).includes(procedure);
  return isOfBatch ? pathname.replace(/[^/]*$/, procedure) : pathname;
}

function isUrl(value: unknown): value is string {
  return typeof value === "string" && value !== "" && value.length <= maxUrlLength;
}

function isMethod(value: unknown): value is string {
  return typeof value === "string" && /^[a-z]{1,20}$/i.test(value);
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}
