import type { RemedyId } from "../guidance/remedy.ts";

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
