import type { Mutation, MutationCache, QueryClient } from "@tanstack/react-query";
import type { ApiError } from "../error/api-error.ts";
import { type Beginning, callThatFailedWith, metaOfBegun } from "./call-record.ts";
import { sessionOf } from "./client-session.ts";

type AnyMutation = Mutation<unknown, unknown, unknown, unknown>;

/**
 * Runs the same mutation again, so that its hook's state and all its callbacks follow it as before. To the server, too,
 * it is the same call, with the same person and idempotency key.
 */
export async function sendAgain(
  client: QueryClient,
  mutation: AnyMutation,
  error: ApiError,
): Promise<unknown> {
  const mutations = client.getMutationCache();
  // Query may have collected it meanwhile, if no component observes it.
  const isCollected = !mutations.getAll().some((other) => other === mutation);
  if (isCollected) mutations.add(mutation);
  const { options } = mutation;
  const failed = callThatFailedWith(error);
  const session = sessionOf(client);
  const beginning: Beginning = {
    isForgotten: session.sinceNow(),
    request: session.begun.requestOf(mutation),
    owner: failed ? Promise.resolve(failed.owner) : session.begun.of(mutation)?.owner,
    idempotencyKey: failed?.idempotencyKey,
  };
  session.begun.beginAgain(mutation, beginning);
  // Query takes this meta over as it starts; the app's own is back before anybody reads it.
  mutation.setOptions({ ...options, meta: metaOfBegun(options.meta, beginning) });
  const sending = mutation.execute(mutation.state.variables);
  mutation.setOptions(options);
  try {
    return await sending;
  } catch (thrown) {
    // It was saved; a callback after that failed, and its failure is shown.
    if (session.isDone(mutation, thrown)) return undefined;
    throw thrown;
  } finally {
    if (isCollected) mutations.remove(mutation);
  }
}

/** Waits until `holds` is false for every mutation. */
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
