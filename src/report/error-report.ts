import type { ApiError } from "../error/api-error.ts";
import { type DetailField, detailFields } from "../guidance/interface-strings.ts";
import { isOnline } from "../guidance/is-online.ts";
import { en } from "../guidance/locales/en.ts";

/** What support needs to trace a failure. Never a body, header, key, token, path parameter, query string or stack. */
export interface ErrorReport {
  /** The fields that have a value, in a fixed order. */
  fields: readonly { field: DetailField; value: string }[];
  /** Request ids of equal failures before this one, newest first. */
  earlierRequestIds: readonly string[];
  /** The same as a Markdown list with English names, for a ticket. */
  markdown: string;
}

export interface ReportContext {
  appVersion?: string | undefined;
  /** Default: what `navigator.onLine` says now. */
  online?: boolean | undefined;
  /** Request ids of equal failures before this one, newest first. */
  earlierRequestIds?: readonly string[] | undefined;
  /** Whether the error's time is known. Default true. */
  hasTime?: boolean | undefined;
}

/** Makes a report for support: code, status, request id, route, ISO time, attempts, app version, online or not. */
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
  const lines = fields.map(({ field, value }) => `- ${en.strings.fields[field]}: ${code(value)}`);
  if (earlierRequestIds.length > 0)
    lines.push(`- ${en.strings.earlierRequestIds}: ${earlierRequestIds.map(code).join(", ")}`);
  return { fields, earlierRequestIds, markdown: `${lines.join("\n")}\n` };
}

/** An inline code span that its own content cannot end (CommonMark, 6.1). */
function code(value: string): string {
  const line = value.replace(/\s+/g, " ");
  const longestRun = Math.max(0, ...(line.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longestRun + 1);
  const padding = line.startsWith("`") || line.endsWith("`") ? " " : "";
  return `${fence}${padding}${line}${padding}${fence}`;
}

/** Plain JavaScript gives numbers as well. */
function toText(version: unknown): string | undefined {
  return typeof version === "string" || typeof version === "number" ? String(version) : undefined;
}

function toIsoTime(epochMs: number): string | undefined {
  const date = new Date(epochMs);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}
