import type { ReactNode } from "react";

/** A way to show data in a component, by a query each. */
export interface Contestant {
  /** Around all rows. */
  Frame: (props: { children: ReactNode }) => ReactNode;
  /** Gives the session's name once it is there. */
  useName: (sessionId: string) => string | undefined;
}

export interface Session {
  id: string;
  name: string;
}
