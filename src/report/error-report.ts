import type { ApiError } from "../error/api-error.ts";
import { type DetailField, detailFields } from "../guidance/interface-strings.ts";
import { isOnline } from "../guidance/is-online.ts";
import { en } from "../guidance/locales/en.ts";

/**
 * What support needs to trace a failure. Never holds a body, a header, a key, a token, a path parameter, a query string
 * or a stack.
 */
export interface ErrorReport {
  /** The lines that have a value, in a fixed order. */
  fields: readonly { field: DetailField; value: string }[];
  /** Request IDs of equal failures before this one, newest first. */
  earlierRequestIds: readonly string[];
  /**
   * The same with English names, for a ticket or a mail: an indented block, in which Markdown reads nothing as
   * markup, and no value can end its line (CommonMark, 4.4).
   */
  markdown: string;
}

export interface ReportContext {
  appVersion?: string | undefined;
  /** Default: the current value of `navigator.onLine`. */
  online?: boolean | undefined;
  /** Request IDs of equal failures before this one, newest first. */
  earlierRequestIds?: readonly string[] | undefined;
  /** Whether the report says when the error happened. Default true. */
  hasTime?: boolean | undefined;
}

/** Reports a failure for support: code, status, request ID, route, ISO time, attempts, app version, online or not. */
export function reportError(error: ApiError, context: ReportContext = {}): ErrorReport {
  const values: Record<DetailField, string | undefined> = {
    code: error.code,
    status: error.status?.toString(),
    requestId: error.requestId,
    route: error.route,
    time: (context.hasTime ?? true) ? toIsoTime(error.at) : undefined,
    attempts: error.attempts.toString(),
    appVersion: toText(context.appVersion),
    connection: (context.online ?? isOnline()) ? "online" : "offline",
  };
  const fields = detailFields.flatMap((field) => {
    const value = values[field];
    return value === undefined || value === "" ? [] : [{ field, value }];
  });
  const { earlierRequestIds = [] } = context;
  const lines = fields.map(({ field, value }) => lineOf(en.strings.fields[field], value));
  if (earlierRequestIds.length > 0)
    lines.push(lineOf(en.strings.earlierRequestIds, earlierRequestIds.join(", ")));
  // The empty line separates it from text above: an indented block cannot interrupt a paragraph.
  return { fields, earlierRequestIds, markdown: `\n${lines.join("")}` };
}

function lineOf(name: string, value: string): string {
  return `    ${name}: ${value.replace(/\s+/g, " ")}\n`;
}

/** Plain JavaScript may pass a number as well. */
function toText(version: unknown): string | undefined {
  return typeof version === "string" || typeof version === "number" ? String(version) : undefined;
}

function toIsoTime(epochMs: number): string | undefined {
  const date = new Date(epochMs);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}
