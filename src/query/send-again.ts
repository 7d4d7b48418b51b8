import type { Mutation, MutationCache, QueryClient } from "@tanstack/react-query";
import type { ApiError } from "../error/api-error.ts";
import { isApiError } from "../error/is-api-error.ts";
import { callThatFailedWith, metaOfBegun } from "./call-record.ts";
import { sessionOf } from "./client-session.ts";

type AnyMutation = Mutation<unknown, unknown, unknown, unknown>;

/** How what failed is sent again. */
export interface FailedSending {
  /** Does the same thing again; rejects where it fails again. */
  send: () => Promise<unknown>;
  /** What would be sent. Of failures with the same key only the newest is sent again. */
  key: unknown;
  /** Writes are sent again in the order in which they were begun: the lower is the earlier. Reads have none. */
  order?: number;
  /** It reads what is on the screen: `key` names it when it works again, by whomever it was fetched. */
  isRead?: true;
  /** Whether what was written since has put it out of date, so that it must not be sent over it. */
  isOvertakenBy?: (written: object) => boolean;
  /** Settles once nothing is under way that was begun later and would be overwritten. */
  whenDue?: () => Promise<void>;
}

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
