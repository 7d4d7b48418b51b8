/** The closed list of ways a call can fail, derived from the HTTP status or from the failure itself. */
export const errorKinds = [
  "badRequest",
  "unauthorized",
  "forbidden",
  "notFound",
  "conflict",
  "unprocessable",
  "rateLimited",
  "clientError",
  "serverError",
  "unavailable",
  "timeout",
  "network",
  "aborted",
  "invalidResponse",
  "unexpected",
] as const;

export type ErrorKind = (typeof errorKinds)[number];

export function isErrorKind(value: unknown): value is ErrorKind {
  return errorKinds.some((kind) => kind === value);
}
