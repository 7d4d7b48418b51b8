import { ApiError, createErrorToasts, type ErrorToasts } from "react-recourse";

export const at = Date.UTC(2026, 2, 9, 14, 5, 12);

export const failed = new ApiError({
  code: "GENERIC_ERROR",
  kind: "serverError",
  message: "",
  status: 500,
  requestId: "req_01J2K8Q4ZD7X3M5V9B6N0T0017",
  route: "GET /v1/sessions/{sessionId}",
  path: "/v1/sessions/ses_7Yt2",
  at,
});

/** The same failure once more. */
export const failAgain = (requestId = failed.requestId) =>
  new ApiError({ ...failed.toJSON(), requestId });

/** Its remedy is the app's. */
export const expired = new ApiError({
  code: "SESSION_EXPIRED",
  kind: "forbidden",
  message: "",
  status: 403,
  requestId: "req_01J2K8Q4ZD7X3M5V9B6N0T0003",
  at,
});

/** Its button counts down, and cannot be pressed. There is no request id. */
export const limited = new ApiError({
  code: "RATE_LIMITED",
  kind: "rateLimited",
  message: "",
  status: 429,
  retryAt: at + 90_000,
  at,
});

/** Its remedy is a link. */
export const unlisted = new ApiError({
  code: "NOT_ON_THE_LIST",
  kind: "forbidden",
  message: "",
  status: 403,
  requestId: "req_01J2K8Q4ZD7X3M5V9B6N0T0042",
  at,
});

/** Silent. */
export const cancelled = new ApiError({ code: "ABORT_ERROR", kind: "aborted", message: "", at });

/** Toasts of one failure, and of one that came twice and can be tried again. */
export function openToasts(): ErrorToasts {
  const toasts = createErrorToasts();
  toasts.add(unlisted);
  toasts.add(failAgain("req_01J2K8Q4ZD7X3M5V9B6N0T0016"), () => {});
  toasts.add(failAgain(), () => {});
  return toasts;
}
