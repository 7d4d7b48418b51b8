import type { RetryOptions } from "react-recourse/core";

export interface SimulationOptions {
  /** Runs with the same seed are alike to the last request. */
  seed: number;
  /** The share of a full fleet, and of its server. */
  scale: number;
  /** Of the kit, over its defaults. */
  kitRetry: RetryOptions;
}
