import {
  type Mutation,
  type MutationCacheNotifyEvent,
  onlineManager,
  type QueryClient,
} from "@tanstack/react-query";
import { readProperty } from "../error/read-property.ts";
import type { CallOwner } from "../retry/call-progress.ts";
import { metaOfBegun } from "./call-record.ts";
import { sessionOf } from "./client-session.ts";

type AnyMutation = Mutation<unknown, unknown, unknown, unknown>;

/** How a mutation's function finds out who is signed in, so that whoever has the mutation can ask. */
const finder = "~owner";

type FindsOwner = () => Promise<CallOwner>;

export function withOwner<Send extends (...args: never[]) => unknown>(
  send: Send,
  findOwner: FindsOwner,
): Send {
  return Object.assign(send, { [finder]: findOwner });
}

/**
 * Begins a mutation that Query holds before its function first runs: for want of a connection, or until another of its
 * scope is done. It belongs to the person who begins it, whoever is signed in once it is sent.
 */
export function beginIfHeld(client: QueryClient, event: MutationCacheNotifyEvent): void {
  if (event.type !== "added") return;
  const mutation: AnyMutation = event.mutation;
  const { options, state } = mutation;
  const findOwner = readProperty(options.mutationFn, finder);
  if (state.status !== "idle" || !isFinder(findOwner) || !isHeld(client, mutation)) return;
  const owner = findOwner();
  // The call itself fails with it, once it runs.
  owner.catch(() => {});
  const beginning = { isForgotten: sessionOf(client).sinceNow(), owner };
  mutation.setOptions({ ...options, meta: metaOfBegun(options.meta, beginning) });
}

function isFinder(value: unknown): value is FindsOwner {
  return typeof value === "function";
}

/** As Query itself decides (`canFetch` and `canRun`). */
function isHeld(client: QueryClient, mutation: AnyMutation): boolean {
  const { networkMode = "online" } = mutation.options;
  const waitsForConnection = networkMode === "online" && !onlineManager.isOnline();
  return waitsForConnection || !client.getMutationCache().canRun(mutation);
}
