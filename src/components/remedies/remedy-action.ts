import type { RemedyId } from "../../guidance/remedy.ts";

/** A remedy as a button, or as a link if there is an `href`. */
export interface RemedyAction {
  id: RemedyId;
  label: string;
  /** Runs the remedy; settles when it is done. Absent for a link. */
  run?: () => Promise<void>;
  href?: string;
  /** The server would refuse a press before this time. Epoch ms. */
  notBefore?: number;
}

/** What the browser can do by itself, unless the app has a handler. Must not be called on a server. */
export function browserRemedy(id: RemedyId): (() => void) | undefined {
  if (id === "reload") return () => window.location.reload();
  if (id === "goBack" && window.history.length > 1) return () => window.history.back();
  return undefined;
}

const longestWaitMs = 24 * 60 * 60_000;

/** Drops a time that is not finite or over 24 hours away: a broken server sent it, and it must not lock a button. */
export function credibleRetryAt(retryAt: number | undefined): number | undefined {
  const isCredible =
    retryAt !== undefined && Number.isFinite(retryAt) && retryAt - Date.now() <= longestWaitMs;
  return isCredible ? retryAt : undefined;
}
