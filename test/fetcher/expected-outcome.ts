import { breakages, type HostileAnswer, isBodiless, toBytes } from "./hostile-answer.ts";

/** What an answer must come out as, written down anew: nothing here comes from the kit's own tables. */
const kindByStatus = new Map([
  [400, "badRequest"],
  [401, "unauthorized"],
  [403, "forbidden"],
  [404, "notFound"],
  [410, "notFound"],
  [412, "conflict"],
  [419, "unauthorized"],
  [423, "conflict"],
  [440, "unauthorized"],
  [498, "unauthorized"],
  [408, "timeout"],
  [409, "conflict"],
  [422, "unprocessable"],
  [429, "rateLimited"],
  [502, "unavailable"],
  [503, "unavailable"],
  [504, "unavailable"],
]);
const kindByHundreds = new Map([
  [3, "invalidResponse"],
  [4, "clientError"],
  [5, "serverError"],
]);
const retriedStatuses = [408, 429, 500, 502, 503, 504];
/** Redirects that are not followed. */
export const unreadStatuses = [301, 302, 303, 307, 308];

export const isSuccess = (status: number) => status >= 200 && status < 300;

export function kindOf(status: number): string | undefined {
  return kindByStatus.get(status) ?? kindByHundreds.get(Math.floor(status / 100));
}

export type Expected = { kind: string; status: number | undefined } | { json: string };

/** What the answer is, by the table and by what the platform itself makes of its body. */
export function expectedOf({ status, headers, body }: HostileAnswer): Expected {
  const isRead = !isBodiless(status) && !unreadStatuses.includes(status);
  const isSilent = isRead && body.end === "silence";
  if (!isSuccess(status)) return { kind: isSilent ? "timeout" : `${kindOf(status)}`, status };
  if (!isRead) return { json: "null" };
  if (body.end === "silence") return { kind: "timeout", status: undefined };
  if (body.end !== "close") return { kind: breakages[body.end].kind, status: undefined };
  const text = new TextDecoder().decode(toBytes(body));
  try {
    return { json: JSON.stringify(text.trim() === "" ? null : JSON.parse(text)) };
  } catch {
    const isPlain =
      /^text\/plain\b/.test(headers["content-type"] ?? "") && !text.includes("<!doctype");
    return isPlain ? { json: JSON.stringify(text) } : { kind: "invalidResponse", status };
  }
}

/** How often a call is sent that is answered so each time, and why not more often. */
export function expectedRetries(
  answer: HostileAnswer,
  method: string,
): [number, string | undefined] {
  const expected = expectedOf(answer);
  if ("json" in expected) return [1, undefined];
  const { kind, status } = expected;
  if (kind === "invalidResponse") return [1, "notRetryable"];
  if (status === undefined) {
    if (kind === "timeout") return [1, "noAnswer"];
    if (kind !== "network") return [1, "notRetryable"];
    return method === "POST" ? [1, "unsafeMethod"] : [5, "attempts"];
  }
  if (!retriedStatuses.includes(status)) return [1, "notRetryable"];
  return (answer.retryAfter.waitMs ?? 0) > 60_000 ? [1, "retryAfterTooLong"] : [5, "attempts"];
}
