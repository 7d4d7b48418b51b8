import type { Session } from "../service/schemas.ts";

/** An open session expires by the clock, without the service saying so. */
export function stateAt(session: Session, nowMs: number): Session["state"] {
  const expired = session.expiresAt !== null && Date.parse(session.expiresAt) <= nowMs;
  return session.state === "OPEN" && expired ? "EXPIRED" : session.state;
}

export const stateLabels: Record<Session["state"], string> = {
  OPEN: "Open",
  CLOSED: "Closed",
  EXPIRED: "Expired",
};
