/** The words of buttons, labels and announcements. {@link fillTemplate} replaces each `{name}`. */
export interface InterfaceStrings {
  requestId: string;
  copy: string;
  copied: string;
  /** Shown if the page may not write to the clipboard: the text is selected, and the person has to press copy. */
  copyByHand: string;
  copyReport: string;
  details: string;
  dismiss: string;
  /** On the button that dismisses every toast at once. */
  dismissAll: string;
  /** The name of the region that holds the toasts. */
  toasts: string;
  /** Announces a new toast: `{title}` and `{fix}`, with the language's separator between sentences. */
  announcement: string;
  /** Read out instead of `×{count}`. */
  repeated: string;
  /** For toasts that there is no room for. `{count}` is a formatted number. */
  moreToasts: string;
  /** For writes that a toast can still send again. `{count}` is a formatted number. */
  unsaved: string;
  /** For writes that a toast had to drop. `{count}` is a formatted number. */
  lost: string;
  /** The heading of the request IDs of a toast's earlier failures. */
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
  /** Shown once an outage or a rate limit is over. */
  serviceBack: string;
  /** The names of the lines in the details. */
  fields: Readonly<Record<DetailField, string>>;
}

/** The lines of the details and the report, in this order. */
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

/** The placeholders of a template, each with itself as its value: `{ time: "{time}" }`. */
export function placeholdersIn(template: string): Record<string, string> {
  return Object.fromEntries(
    Array.from(template.matchAll(placeholder), ([written, name]) => [name, written]),
  );
}

/** Fills `{name}` in a template. A name without a value stays as it is written, so that the gap shows. */
export function fillTemplate(
  template: string,
  values: Readonly<Record<string, string | number>>,
): string {
  return template.replace(placeholder, (gap, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : gap,
  );
}
