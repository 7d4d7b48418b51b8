import type { Mutation, MutationCache } from "@tanstack/react-query";

const handled = new WeakSet<object>();

/** What takes care of a mutation's failure: the promise that the app holds, or an `onError` given with the call. */
type Handler = "promise" | "callback";

/**
 * Starts a mutation whose failure the app handles itself. Query calls an `onError` that came with the call only while
 * its component is there and has not mutated again: once it lets go of the mutation, nobody handles the failure.
 */
export function startHandled<Started>(
  cache: MutationCache,
  by: Handler,
  start: () => Started,
): Started {
  let own: object | undefined;
  const stop = cache.subscribe((event) => {
    const { mutation } = event;
    if (event.type === "added" && !own) {
      own = event.mutation;
      handled.add(own);
      if (by === "promise") stop();
    } else if (mutation && mutation === own && endsTheCall(event)) {
      if (event.type === "observerRemoved") handled.delete(mutation);
      stop();
    }
  });
  return start();
}

function endsTheCall(event: { type: string; action?: { type: string } }): boolean {
  if (event.type === "updated")
    return event.action?.type === "success" || event.action?.type === "error";
  return event.type === "observerRemoved" || event.type === "removed";
}

/** Whether the app itself handles this mutation's failure: by `onError` on the hook or the call, or by awaiting it. */
export function isHandled(mutation: Mutation<unknown, unknown, unknown, unknown>): boolean {
  return mutation.options.onError !== undefined || handled.has(mutation);
}
