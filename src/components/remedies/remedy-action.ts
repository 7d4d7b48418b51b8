import type { RemedyId } from "../../guidance/remedy.ts";

/** What a remedy's button does. With an `href` it is a link instead. */
export interface RemedyAction {
  id: RemedyId;
  label: string;
  /** Runs the remedy, and settles when it is done. Absent for a link. */
  run?: () => Promise<void>;
  href?: string;
  /** The end of a rate limit, in epoch ms. Before it the server would refuse the call. */
  notBefore?: number;
}

/** What the browser can do by itself, unless the app says otherwise. Not to be asked on a server. */
export function browserRemedy(id: RemedyId): (() => void) | undefined {
  if (id === "reload") return () => window.location.reload();
  if (id === "goBack" && window.history.length > 1) return () => window.history.back();
  return undefined;
}

const longestWaitMs = 24 * 60 * 60_000;

/** A time that nobody would wait for, or that is none, is a broken server's, and must not lock a button. */
export function credibleRetryAt(retryAt: number | undefined): number | undefined {
  const isCredible =
    retryAt !== undefined && Number.isFinite(retryAt) && retryAt - Date.now() <= longestWaitMs;
  return isCredible ? retryAt : undefined;
}
