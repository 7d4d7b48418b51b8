import type { ApiErrorFields } from "../error/api-error.ts";
import { memberAt } from "../error/member-at.ts";
import { placeholderPath } from "../error/placeholder-path.ts";
import { firstMember } from "./first-member.ts";

/** Where libraries keep the request of an error or of an answer: axios, ky, ofetch, SuperAgent. */
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
  "data.path", // tRPC over anything but fetch
];

/** How often it was tried again: axios-retry, SuperAgent. */
const retries = ["config.axios-retry.retryCount", "retries"];

/** No server takes a longer one. */
const maxUrlLength = 8_192;

export type ThrownRequest = Pick<ApiErrorFields, "method" | "route" | "path" | "attempts"> & {
  /** As the error spells it, with its query string. */
  url?: string;
};

/**
 * The request that an error of a library names, or one that an answer names: its method, its path, and a route made of these
 * with `{}` for each id, so that it holds no parameter. Never throws.
 */
export function findRequest(thrown: unknown): ThrownRequest {
  const url = firstMember(thrown, urls, isUrl);
  const path = url === undefined ? undefined : pathOf(thrown, url);
  const repeated = firstMember(thrown, retries, isCount);
  const attempts = repeated === undefined ? undefined : repeated + 1;
  if (url === undefined || path === undefined) return { attempts };
  // `fetch` makes a GET of an address alone, which is what ofetch keeps then.
  const isAddress = typeof memberAt(thrown, "request") === "string";
  const method =
    firstMember(thrown, methods, isMethod)?.toUpperCase() ?? (isAddress ? "GET" : undefined);
  const route = [method, placeholderPath(path)].filter(Boolean).join(" ");
  return { url, method, path, route, attempts };
}

function pathOf(thrown: unknown, url: string): string | undefined {
  const base = memberAt(thrown, "config.baseURL");
  const isRelative = !/^(?:[a-z][a-z\d+.-]*:)?\/\//i.test(url);
  // As axios joins them, whatever slashes there are.
  const whole =
    isUrl(base) && isRelative ? `${base.replace(/\/+$/, "")}/${url.replace(/^\/+/, "")}` : url;
  try {
    const { pathname } = new URL(whole, "http://localhost");
    return pathname.startsWith("/") ? nameProcedure(thrown, pathname) : undefined;
  } catch {
    return undefined;
  }
}

/** A call of tRPC goes out in a batch with others: which of them failed, its error says. */
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
