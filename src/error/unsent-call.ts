/** How something that failed is sent again. */
export interface UnsentCall {
  /** Does the same thing again; rejects where it fails again. */
  send: () => Promise<unknown>;
  /** What would be sent. Of calls with the same key only the newest is sent again. */
  key: unknown;
  /** Writes are sent again in the order in which they were begun: the lower is the earlier. Reads have none. */
  order?: number;
  /** It reads what is on the screen, and its `key` names it when it works again, by whomever it was fetched. */
  isRead?: true;
  /** Whether what was written since has put it out of date, so that it must not be sent over it. */
  isOvertakenBy?: (written: object) => boolean;
  /** Settles once nothing is under way that was begun later and would be overwritten. */
  whenDue?: () => Promise<void>;
}
