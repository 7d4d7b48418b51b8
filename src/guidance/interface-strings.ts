/** The words around an error. `{name}` is filled in by {@link fillTemplate}. */
export interface InterfaceStrings {
  requestId: string;
  copy: string;
  copied: string;
  /** When a page may not write to the clipboard: the text is selected, and this tells what is left to do. */
  copyByHand: string;
  copyReport: string;
  details: string;
  dismiss: string;
  /** Of the button that dismisses every toast at once. */
  dismissAll: string;
  /** Name of the region that holds the toasts. */
  toasts: string;
  /** What a screen reader says of a new toast: `{title}` and `{fix}`, with what the language puts between sentences. */
  announcement: string;
  /** Read out in place of `×{count}`. */
  repeated: string;
  /** Of the toasts that wait for room. `{count}` is a formatted number. */
  moreToasts: string;
  /** Of the writes that a toast would send again. `{count}` is a formatted number. */
  unsaved: string;
  /** Of the writes that a toast had no room for. `{count}` is a formatted number. */
  lost: string;
  /** Heading of the ids of a toast's failures before the newest one. */
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
  /** Once an outage or a limit is over. */
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

/** Fills `{name}` in a template. A name without a value stays as it is written, so that the gap is seen. */
export function fillTemplate(
  template: string,
  values: Readonly<Record<string, string | number>>,
): string {
  return template.replace(placeholder, (gap, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : gap,
  );
}
