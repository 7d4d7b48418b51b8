/** What the page gives to its tests. */
export interface FailingWindow {
  /** Lets something fail behind the page's back, as a background refetch does. */
  fail: (code: string) => void;
  /** How often something was sent again. */
  retried: number;
}

declare global {
  interface Window extends FailingWindow {}
}
