import { isServerCode } from "../error/code-form.ts";
import { parseMessage } from "../error/parse-message.ts";
import type { ErrorBody } from "./error-envelope.ts";
import { parseJsonObject } from "./json-object.ts";

/** Reads problem details (RFC 9457, 3.1). The last segment of `type` serves as code, `about:blank` as none. Never throws. */
export function parseProblemDetails(body: unknown): ErrorBody | undefined {
  const problem = parseJsonObject(body);
  if (!problem) return undefined;
  const { type, title, detail, status: _status, ...others } = problem;
  const words = {
    type: typeof type === "string" ? type : undefined,
    title: parseMessage(title),
    detail: parseMessage(detail),
  };
  if (Object.values(words).every((word) => word === undefined)) return undefined;
  const notText = Object.entries({ type, title, detail }).filter(
    ([, value]) => value !== undefined && typeof value !== "string",
  );
  const details = { ...Object.fromEntries(notText), ...others };
  return { code: codeFromType(words.type), message: words.detail ?? words.title, details };
}

function codeFromType(type: string | undefined): string | undefined {
  if (type === undefined || type === "about:blank") return undefined;
  const segment = /[^/:#?]+(?=[/]*$)/.exec(type.slice(0, 2_000))?.[0];
  return isServerCode(segment) ? segment : undefined;
}
