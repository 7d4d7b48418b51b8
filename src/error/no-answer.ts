import type { ApiErrorFields } from "./api-error.ts";

/** How a call ended that got no answer. */
export type Unanswered = "aborted" | "timeout" | "network";

/** The code, kind and message of its error. Messages of libraries are not used: they contain the URL and its query string. */
export const noAnswer: Readonly<
  Record<Unanswered, Pick<ApiErrorFields, "code" | "kind" | "message">>
> = {
  aborted: { code: "ABORT_ERROR", kind: "aborted", message: "The request was aborted." },
  timeout: { code: "TIMEOUT", kind: "timeout", message: "The request took too long." },
  network: {
    code: "NETWORK_ERROR",
    kind: "network",
    message: "No complete answer came from the server.",
  },
};
