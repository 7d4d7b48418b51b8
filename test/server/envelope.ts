/** The API's error envelope and its codes' usual statuses, written from its error reference. */

export interface ErrorOptions {
  status?: number;
  message?: string;
  /** `null` leaves it out. */
  requestId?: string | null;
  headers?: Readonly<Record<string, string>>;
}

const statuses = new Map([
  ["SESSION_NOT_FOUND", 404],
  ["SESSION_EXPIRED", 404],
  ["SESSION_CREATION_ERROR", 503],
  ["INVALID_SESSION", 409],
  ["MESSAGES_HISTORY_ERROR", 500],
  ["MODELS_NOT_FOUND", 422],
  ["TOOLS_NOT_FOUND", 422],
  ["CONFIG_NOT_FOUND", 422],
  ["UNAUTHORIZED", 401],
  ["GENERIC_ERROR", 500],
]);

export function usualStatus(code: string): number {
  return statuses.get(code) ?? 500;
}

export function errorEnvelope(
  code: string,
  requestId: string,
  options: ErrorOptions = {},
): { error: { code: string; message: string; requestId?: string } } {
  const id = options.requestId === undefined ? requestId : options.requestId;
  return {
    error: {
      code,
      message: options.message ?? `The server says ${code}.`,
      ...(id === null ? {} : { requestId: id }),
    },
  };
}
