import { warnOnce } from "../error/warn-once.ts";
import type { PreparedRequest } from "./prepared-request.ts";

/** Whether a request can be sent more than once. If not, warns in development. */
export function maySendAgain({ isSentOnce, route }: PreparedRequest): boolean {
  warnOnce(
    () =>
      process.env.NODE_ENV !== "production" &&
      isSentOnce && [
        `sent once ${route}`,
        `the body of ${route} is a stream, which cannot be sent twice, so that its first failure was its last: pass a Blob or a buffer to have it retried`,
      ],
  );
  return !isSentOnce;
}
