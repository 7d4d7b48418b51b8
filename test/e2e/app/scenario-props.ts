export interface ScenarioProps {
  /** The API server's URL, from another origin than the page. */
  apiUrl: string;
  /** Which of its apps a scenario shows, where it has more than one; else empty. */
  variant: string;
}
