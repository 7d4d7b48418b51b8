import * as z from "zod/mini";
import type { ErrorBody } from "./error-envelope.ts";
import { isErrorCode } from "./is-error-code.ts";

const text = z.catch(z.optional(z.string()), undefined);

const problem = z.looseObject({ type: text, title: text, detail: text, instance: text });

/** Reads problem details (RFC 9457, 3.1). The last segment of `type` serves as code, `about:blank` as none. Never throws. */
export function parseProblemDetails(body: unknown): ErrorBody | undefined {
  const parsed = z.safeParse(problem, body);
  if (!parsed.success) return undefined;
  const { type, title, detail, status: _status, ...details } = parsed.data;
  if (type === undefined && title === undefined && detail === undefined) return undefined;
  return { code: codeFromType(type), message: detail ?? title, details };
}

function codeFromType(type: string | undefined): string | undefined {
  if (type === undefined || type === "about:blank") return undefined;
  const segment = /[^/:#?]+(?=[/]*$)/.exec(type.slice(0, 2_000))?.[0];
  return segment && isErrorCode(segment) ? segment : undefined;
}
