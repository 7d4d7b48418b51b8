import { isServerCode } from "../error/code-form.ts";
import { parseMessage } from "../error/parse-message.ts";
import { parseRequestId } from "../error/request-id.ts";
import { type ErrorBody, takeCode } from "./error-envelope.ts";
import { parseJsonObject } from "./json-object.ts";
import { nameOfType } from "./problem-type.ts";

/** Extension members (RFC 9457, 3.2) in which Spring, Rails and ASP.NET Core put the request ID. */
const idMembers = ["requestId", "request_id", "traceId"];

/**
 * Reads problem details (RFC 9457, 3.1) and the members that servers add: a request ID, and `code`, or else the name in
 * `type`. Never throws.
 */
export function parseProblemDetails(body: unknown): ErrorBody | undefined {
  const problem = parseJsonObject(body);
  if (!problem) return undefined;
  const { type, title, detail, code, status: _status, ...members } = problem;
  const words = Object.entries({ type, title, detail });
  if (!words.some(([, word]) => typeof word === "string")) return undefined;
  // Such as FastAPI's `detail`, a list of the fields that are wrong.
  const notText = words.filter(([, word]) => word !== undefined && typeof word !== "string");
  const { requestId, details } = takeRequestId({ ...Object.fromEntries(notText), ...members });
  const told = takeCode(code, details);
  return {
    code: told.code ?? codeFromType(type),
    message: parseMessage(detail) ?? parseMessage(title),
    requestId,
    details: told.details,
  };
}

function codeFromType(type: unknown): string | undefined {
  const name = typeof type === "string" ? nameOfType(type) : undefined;
  return isServerCode(name) ? name : undefined;
}

/** Takes the request ID out of the members; the rest are details. */
function takeRequestId(members: Record<string, unknown>): {
  requestId?: string;
  details: Record<string, unknown>;
} {
  for (const member of idMembers) {
    const { [member]: value, ...details } = members;
    const requestId = parseRequestId(value);
    if (requestId !== undefined) return { requestId, details };
  }
  return { details: members };
}
