/** The words of buttons, labels and announcements. {@link fillTemplate} replaces each `{name}`. */
export interface InterfaceStrings {
  requestId: string;
  copy: string;
  copied: string;
  /** Shown if the page may not write to the clipboard and the text was selected instead: which keys to press. */
  copyByHand: string;
  copyReport: string;
  details: string;
  dismiss: string;
  /** The button that dismisses all toasts. */
  dismissAll: string;
  /** Name of the region that holds the toasts. */
  toasts: string;
  /** What a screen reader reads out for a new toast: `{title}` and `{fix}`, with the language's mark between sentences. */
  announcement: string;
  /** Read out instead of `×{count}`. */
  repeated: string;
  /** How many toasts wait for room. `{count}` is a formatted number. */
  moreToasts: string;
  /** How many writes a toast would send again. `{count}` is a formatted number. */
  unsaved: string;
  /** How many writes a toast had no room for. `{count}` is a formatted number. */
  lost: string;
  /** Heading of the request ids of a toast's earlier failures. */
  earlierRequestIds: string;
  /** `{time}` is a formatted duration. */
  retryIn: string;
  working: string;
  /** `{attempt}` and `{maxAttempts}` are formatted numbers. */
  attempt: string;
  nextAttemptIn: string;
  attemptRunning: string;
  retryNow: string;
  cancel: string;
  offlineNotice: string;
  onlineNotice: string;
  /** Shown when an outage or a rate limit is over. */
  serviceBack: string;
  /** Names of the lines in the details. */
  fields: Readonly<Record<DetailField, string>>;
}

/** What the details and the report tell, in this order. */
export const detailFields = [
  "code",
  "status",
  "requestId",
  "route",
  "time",
  "attempts",
  "appVersion",
  "connection",
] as const;

export type DetailField = (typeof detailFields)[number];

const placeholder = /\{(\w+)\}/g;

/** The names that a template leaves to be filled in, each as it is written there: `{ time: "{time}" }`. */
export function placeholdersIn(template: string): Record<string, string> {
  return Object.fromEntries(
    Array.from(template.matchAll(placeholder), ([written, name]) => [name, written]),
  );
}

/** Replaces each `{name}` in a template by its value. A name without a value stays, so that the gap is seen. */
export function fillTemplate(
  template: string,
  values: Readonly<Record<string, string | number>>,
): string {
  return template.replace(placeholder, (gap, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : gap,
  );
}
