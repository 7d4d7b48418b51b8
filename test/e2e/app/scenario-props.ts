export interface ScenarioProps {
  /** The API server's URL, from another origin than the page. */
  apiUrl: string;
}
