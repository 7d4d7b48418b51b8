import type { RemedyId } from "../../guidance/remedy.ts";

/** A button, or a link where there is an `href`. */
export interface RemedyAction {
  id: RemedyId;
  label: string;
  /** Does it; settles when it is done. Absent for a link. */
  run?: () => Promise<void>;
  href?: string;
  /** Until then it would be refused. Epoch ms. */
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
