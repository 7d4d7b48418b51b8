/** What the API answers: the session that was asked for, or, for one whose id begins with `no`, that there is none. */
export function answerTo(sessionId: string, requestId: string): { status: number; body: string } {
  if (sessionId.startsWith("no"))
    return {
      status: 404,
      body: JSON.stringify({
        error: {
          code: "SESSION_NOT_FOUND",
          message: `There is no session ${sessionId}.`,
          requestId,
        },
      }),
    };
  const session = { id: sessionId, name: "A session", status: "OPEN", model: "nova-1" };
  return { status: 200, body: JSON.stringify(session) };
}

/** The headers of every answer. */
export function headersOf(requestId: string): Record<string, string> {
  return { "content-type": "application/json", "x-request-id": requestId };
}
