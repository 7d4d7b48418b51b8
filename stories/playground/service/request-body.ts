import * as z from "zod/mini";
import { invalidFields, Refusal } from "./refusal.ts";

/**
 * Reads a JSON body. A missing field or one of another type is malformed (400), a value that breaks a rule of its
 * field fails validation (422): the reference tells these two apart.
 * @throws Refusal 400 INVALID_BODY or 422 VALIDATION_FAILED, with `fields` in the details
 */
export async function readBody<T extends z.ZodMiniType>(
  request: Request,
  schema: T,
): Promise<z.output<T>> {
  const parsed = z.safeParse(schema, await readJson(request), { error: describe });
  if (parsed.success) return parsed.data;
  const { issues } = parsed.error;
  const malformed = issues.filter((issue) => issue.code === "invalid_type");
  if (malformed.length > 0) throw invalidBody(toFields(malformed));
  throw invalidFields(toFields(issues));
}

async function readJson(request: Request): Promise<unknown> {
  try {
    return await request.json();
  } catch {
    throw invalidBody({ body: "must be JSON" });
  }
}

function invalidBody(fields: Record<string, string>): Refusal {
  return new Refusal(400, {
    code: "INVALID_BODY",
    message: "The request body is malformed.",
    details: { fields },
  });
}

type Issue = z.core.$ZodIssue;

function toFields(issues: readonly Issue[]): Record<string, string> {
  return Object.fromEntries(
    issues.map(({ path, message }) => [String(path[0] ?? "body"), message]),
  );
}

/** zod/mini brings no words of its own. */
function describe(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined ? "is required" : `must be of type ${issue.expected}`;
    case "too_small":
      return "must not be empty";
    case "too_big":
      return `must be at most ${issue.maximum} characters`;
    default:
      return "is not valid";
  }
}
