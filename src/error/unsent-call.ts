/** A failed call, and how to send it again. */
export interface UnsentCall {
  /** Does the same thing again; rejects if it fails again. */
  send: () => Promise<unknown>;
  /** Says what would be sent. Of several calls with the same key, only the newest is sent again. */
  key: unknown;
  /** Writes are sent again in the order in which they began, lowest first. Reads have no order. */
  order?: number;
  /** The call reads data for the screen. Its `key` says which read works again, whoever fetched it. */
  isRead?: true;
  /** Whether a write that has succeeded makes this call out of date, so that it must not be sent any more. */
  isOvertakenBy?: (written: object) => boolean;
  /** Settles once no later call is under way that this one would overwrite. */
  whenDue?: () => Promise<void>;
}
