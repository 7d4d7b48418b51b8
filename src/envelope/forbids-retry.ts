/** Whether an answer says that a retry would do harm, or nothing: `x-should-retry: false`, as OpenAI and Anthropic send it. */
export function forbidsRetry(headers: Pick<Headers, "get">): boolean {
  return headers.get("x-should-retry")?.trim().toLowerCase() === "false";
}
