import type { ApiError } from "react-recourse";

/** What the service said of one field, where it named fields: `The name must not be empty.` */
export function fieldProblem(error: ApiError | null, field: string): string | undefined {
  const fields = error?.details?.["fields"];
  if (typeof fields !== "object" || fields === null) return undefined;
  const problem: unknown = Reflect.get(fields, field);
  return typeof problem === "string" ? `The ${field} ${problem}.` : undefined;
}
