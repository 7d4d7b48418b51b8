import type { VirtualClock } from "../clock/virtual-clock.ts";
import type { Answer, Server } from "./server.ts";

/** The way to the server and back. */
const roundTripMs = 20;

/** A `fetch` that reaches the server, and heeds its signal as a browser's does. */
export function connect(server: Server, clock: VirtualClock): typeof fetch {
  return (input, init) =>
    new Promise((resolve, reject) => {
      const signal = init?.signal ?? (input instanceof Request ? input.signal : undefined);
      if (signal?.aborted) return reject(signal.reason);
      let isAwaited = true;
      const leave = () => {
        isAwaited = false;
        reject(signal?.reason);
      };
      signal?.addEventListener("abort", leave, { once: true });
      const arrive = (answer: Answer) => {
        if (!isAwaited) return;
        isAwaited = false;
        signal?.removeEventListener("abort", leave);
        resolve(responseOf(answer));
      };
      server.receive({
        isAwaited: () => isAwaited,
        answer: (answer) => clock.after(roundTripMs, () => arrive(answer)),
      });
    });
}

function responseOf({ status, retryAfterS }: Answer): Response {
  const headers = { "content-type": "application/json" };
  const waits = retryAfterS === undefined ? {} : { "retry-after": String(retryAfterS) };
  return new Response(status === 200 ? "{}" : failure, {
    status,
    headers: { ...headers, ...waits },
  });
}

const failure = JSON.stringify({
  success: false,
  error: { code: "SERVICE_FAILED", message: "The service failed.", requestId: "req_1" },
});
