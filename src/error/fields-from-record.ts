import type { ApiErrorFields, HeldBy } from "./api-error.ts";
import { isServerCode } from "./code-form.ts";
import { isErrorKind } from "./error-kind.ts";
import { isStatus, kindFromStatus } from "./kind-from-status.ts";
import { readProperty } from "./read-property.ts";
import { parseRequestId } from "./request-id.ts";
import { retryStops } from "./retry-stop.ts";
import { stripInvisible } from "./strip-invisible.ts";

/**
 * Reads an error's fields from a record: its JSON, a clone, or an error of another copy of the kit. Any server can
 * write the kit's brand into its own JSON. So each field must pass the checks of a field in an answer, or is left out.
 * @throws what a getter or a proxy in `details` or `heldBy` throws
 */
export function fieldsFromRecord(record: object): ApiErrorFields {
  const read = (key: string) => readProperty(record, key);
  const status = number(read("status"), isStatus);
  return {
    ...whatFailed(read("kind"), read("code"), status, object(read("details"))),
    message: text(read("message")) ?? "",
    status,
    requestId: parseRequestId(read("requestId")),
    retryAfterMs: number(read("retryAfterMs"), isPositive),
    attempts: number(read("attempts"), isCount),
    retryStopped: retryStops.find((stop) => stop === read("retryStopped")),
    retryAt: number(read("retryAt"), Number.isFinite),
    api: apiName(read("api")),
    route: text(read("route"), routeForm),
    method: text(read("method"), /^[A-Z]+$/),
    path: text(read("path"), /^\/[^\s?#]*$/),
    heldBy: heldBy(object(read("heldBy"))),
    at: number(read("at"), Number.isFinite),
  };
}

function heldBy(record: Record<string, unknown> | undefined): HeldBy | undefined {
  const { kind, status, route } = record ?? {};
  return isErrorKind(kind)
    ? { kind, status: number(status, isStatus), route: text(route, routeForm) }
    : undefined;
}

function whatFailed(
  kind: unknown,
  code: unknown,
  status: number | undefined,
  details: Record<string, unknown> | undefined,
): Pick<ApiErrorFields, "kind" | "code" | "details"> {
  // If a server has answered, the page did not abort. Nobody is told of an abort, but a failed save must be shown.
  if (status !== undefined && kind === "aborted") {
    const answeredCode = code === "ABORT_ERROR" ? undefined : code;
    return whatFailed(kindFromStatus(status), answeredCode, status, details);
  }
  const isAnswer = status !== undefined;
  const ownKind = isAnswer ? kindFromStatus(status) : "unexpected";
  const known = { kind: isErrorKind(kind) ? kind : ownKind };
  if (isServerCode(code)) return { ...known, code, details };
  return {
    ...known,
    code: isAnswer ? "UNKNOWN" : "UNEXPECTED_ERROR",
    details: text(code) ? { code, ...details } : details,
  };
}

/** A route has no method if that is unknown, for example for a `Response`. */
const routeForm = /^(?:[A-Z]+ )?\/[^\s?#]*$/;

const maxNameLength = 2_000;

function apiName(value: unknown): string | undefined {
  return stripInvisible(text(value)?.slice(0, maxNameLength) ?? "") || undefined;
}

function text(value: unknown, form?: RegExp): string | undefined {
  return typeof value === "string" && (form?.test(value) ?? true) ? value : undefined;
}

function number(value: unknown, isUsable: (value: number) => boolean): number | undefined {
  return typeof value === "number" && isUsable(value) ? value : undefined;
}

const isCount = (value: number) => Number.isSafeInteger(value) && value >= 0;
const isPositive = (value: number) => Number.isFinite(value) && value >= 0;

function object(value: unknown): Record<string, unknown> | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : undefined;
}
