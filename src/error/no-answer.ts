import type { ApiErrorFields } from "./api-error.ts";

/** What a call ended with to which no answer came. */
export type Unanswered = "aborted" | "timeout" | "network";

/** What its error says, in the kit's own words: those of libraries hold the address, with its query string. */
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
