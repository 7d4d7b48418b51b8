import type { ReactNode } from "react";

/** One failure, as an app knows it. */
export interface Failure {
  /** The same for failures that are one to a person. */
  key: string;
  title: string;
  requestId: string;
}

/** A way to show failures as toasts, which stay until they are dismissed. */
export interface Contestant {
  Toaster: () => ReactNode;
  /** Makes what an app has in hand when a call has failed. Gives what shows it. */
  toShow: (failure: Failure) => () => void;
}
