import type { Mutation, MutationCache, QueryClient } from "@tanstack/react-query";
import type { ApiError } from "../error/api-error.ts";
import { isApiError } from "../error/is-api-error.ts";
import { callThatFailedWith, metaOfBegun } from "./call-record.ts";
import { sessionOf } from "./client-session.ts";

type AnyMutation = Mutation<unknown, unknown, unknown, unknown>;

/**
 * Runs the same mutation again, so that whatever follows it follows this as well: the hook with its state and callbacks,
 * the callbacks of the call. It is the same call to the server too, by its person and its idempotency key.
 */
export async function sendAgain(
  client: QueryClient,
  mutation: AnyMutation,
  error: ApiError,
): Promise<unknown> {
  const mutations = client.getMutationCache();
  // Collected meanwhile, as what no component follows is.
  const isCollected = !mutations.getAll().some((other) => other === mutation);
  if (isCollected) mutations.add(mutation);
  const { options } = mutation;
  const failed = callThatFailedWith(error);
  const session = sessionOf(client);
  const beginning = {
    isForgotten: session.sinceNow(),
    request: session.begun.requestOf(mutation),
    owner: failed ? Promise.resolve(failed.owner) : session.begun.of(mutation)?.owner,
    idempotencyKey: failed?.idempotencyKey,
  };
  // Query takes the meta over as it starts; the app's own is back before anybody else reads it.
  mutation.setOptions({ ...options, meta: metaOfBegun(options.meta, beginning) });
  const sending = mutation.execute(mutation.state.variables);
  mutation.setOptions(options);
  try {
    return await sending;
  } catch (thrown) {
    // What followed it has failed, and its own failure tells so.
    if (isApiError(thrown) && session.isAfterSuccess(thrown)) return undefined;
    throw thrown;
  } finally {
    if (isCollected) mutations.remove(mutation);
  }
}

/** Waits until no mutation is left of which this holds. */
export function endOf(
  mutations: MutationCache,
  holds: (mutation: Mutation) => boolean,
): Promise<void> {
  const isOver = () => !mutations.getAll().some(holds);
  if (isOver()) return Promise.resolve();
  return new Promise((resolve) => {
    const stop = mutations.subscribe(() => {
      if (!isOver()) return;
      stop();
      resolve();
    });
  });
}
